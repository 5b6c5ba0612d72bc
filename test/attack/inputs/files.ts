import { deflateRawSync, gzipSync } from 'node:zlib';
import { crc32 } from 'node:zlib';
import { rezipped, sample, zipOf } from '../../platform/files/samples.js';

export interface HostileFile {
  readonly name: string;
  readonly content: () => Buffer | Promise<Buffer>;
}

const bytes = (text: string) => () => Buffer.from(text, 'latin1');
const utf8 = (text: string) => () => Buffer.from(text);

const entities = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'x'.repeat(1000)}">${'bcdefgh'
  .split('')
  .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefg'.charAt(at)};`.repeat(10)}">`)
  .join('')}<!ENTITY luar SYSTEM "file:///etc/passwd">]>`;

const sheetPath = 'xl/worksheets/sheet1.xml';

async function workbookWith(part: string, text: string): Promise<Buffer> {
  return rezipped(await sample('bukti.xlsx'), () => ({ [part]: text }));
}

/** One file in a zip that says of itself whatever it likes. */
function zip(name: string, content: Buffer, saidSize = content.length): Buffer {
  const packed = deflateRawSync(content);
  const title = Buffer.from(name);
  const fixed = Buffer.alloc(26);
  fixed.writeUInt16LE(20, 0);
  fixed.writeUInt16LE(8, 4);
  fixed.writeUInt32LE(crc32(content), 10);
  fixed.writeUInt32LE(packed.length, 14);
  fixed.writeUInt32LE(saidSize, 18);
  fixed.writeUInt16LE(title.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fixed, title, packed]);
  const listed = Buffer.concat([
    ...[Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), fixed, Buffer.alloc(14), title],
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, listed, end]);
}

const eachColumn = 'unit;name;assessor;head_email\n';

/** What somebody may upload wherever a file is asked for. */
export const files: readonly HostileFile[] = [
  { name: 'nothing', content: bytes('') },
  { name: 'one NUL', content: bytes('\0') },
  { name: 'a megabyte of NUL', content: () => Buffer.alloc(1_000_000) },
  { name: 'all bytes there are', content: () => Buffer.from(Array.from(Array(256).keys())) },
  { name: 'the beginning of a PDF', content: bytes('%PDF-1.7\n') },
  { name: 'a PDF that is a page as well', content: bytes('%PDF-1.7\n<script>serang(1)</script>') },
  { name: 'a PDF that begins late', content: bytes(`${' '.repeat(900)}%PDF-1.4\n%%EOF`) },
  { name: 'a picture that is a script as well', content: bytes('GIF89a/*\0*/=1;serang(1)//') },
  {
    name: 'a PNG without a picture',
    content: bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xff\xff\xff'),
  },
  { name: 'a JPEG of two bytes', content: bytes('\xff\xd8') },
  {
    name: 'a picture in words',
    content: utf8('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
  },
  { name: 'a page', content: utf8('<!doctype html><script>serang(1)</script>') },
  { name: 'XML with entities in entities', content: utf8(`${entities}<x>&h;</x>`) },
  { name: 'XML that asks for a file', content: utf8(`${entities}<x>&luar;</x>`) },
  { name: 'XML without an end', content: utf8('<a>'.repeat(20_000)) },
  {
    name: 'a workbook with entities in entities',
    content: () => workbookWith(sheetPath, `${entities}<worksheet>&h;</worksheet>`),
  },
  {
    name: 'a workbook whose texts are a file of ours',
    content: () =>
      workbookWith('xl/sharedStrings.xml', `${entities}<sst><si><t>&luar;</t></si></sst>`),
  },
  { name: 'a workbook whose sheet is no XML', content: () => workbookWith(sheetPath, '\0\0\0') },
  {
    name: 'a workbook whose sheet has no end',
    content: () => workbookWith(sheetPath, '<worksheet><sheetData><row>'),
  },
  {
    name: 'a workbook with a cell far away',
    content: () =>
      workbookWith(
        sheetPath,
        '<worksheet><sheetData><row r="1048577"><c r="XFE1048577"><v>1</v></c></row></sheetData></worksheet>',
      ),
  },
  {
    name: 'a workbook with a text that there is not',
    content: () =>
      workbookWith(
        sheetPath,
        '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>999999</v></c></row></sheetData></worksheet>',
      ),
  },
  {
    name: 'a workbook with a cell of no place',
    content: () =>
      workbookWith(
        sheetPath,
        '<worksheet><sheetData><row r="x"><c r="__proto__" t="s"><v>-1</v></c></row></sheetData></worksheet>',
      ),
  },
  {
    name: 'a workbook with a formula',
    content: () =>
      workbookWith(
        sheetPath,
        '<worksheet><sheetData><row r="1"><c r="A1"><f>WEBSERVICE("https://jahat.test")</f><v>1</v></c></row></sheetData></worksheet>',
      ),
  },
  {
    name: 'a workbook without a list of sheets',
    content: () => workbookWith('xl/workbook.xml', '<workbook/>'),
  },
  {
    name: 'a workbook that leads out of itself',
    content: () =>
      workbookWith(
        'xl/_rels/workbook.xml.rels',
        '<Relationships><Relationship Id="rId1" Target="../../../etc/passwd"/></Relationships>',
      ),
  },
  {
    name: 'a workbook cut in half',
    content: async () => (await sample('bukti.xlsx')).subarray(0, 2000),
  },
  {
    name: 'a workbook without its last bytes',
    content: async () => (await sample('bukti.xlsx')).subarray(0, -30),
  },
  {
    name: 'a workbook with bytes in front',
    content: async () => Buffer.concat([Buffer.alloc(100, 1), await sample('bukti.xlsx')]),
  },
  {
    name: 'a workbook of old, cut in half',
    content: async () => (await sample('bukti.xls')).subarray(0, 3000),
  },
  { name: 'a zip of nothing', content: () => zipOf({}) },
  { name: 'a zip bomb', content: () => zip('xl/workbook.xml', Buffer.alloc(60_000_000)) },
  {
    name: 'a zip bomb that says it is small',
    content: () => zip('xl/workbook.xml', Buffer.alloc(30_000_000), 10),
  },
  {
    name: 'a zip whose entry leads out of it',
    content: () => zip('../../../../tmp/serang', Buffer.from('x')),
  },
  {
    name: 'a zip of a name without an end',
    content: () => zip('x'.repeat(60_000), Buffer.from('x')),
  },
  {
    name: 'a zip of many entries',
    content: () =>
      zipOf(Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`xl/${at}.xml`, '<a/>']))),
  },
  { name: 'the end of a zip alone', content: bytes(`PK\x05\x06${'\xff'.repeat(18)}`) },
  { name: 'a gzip bomb', content: () => gzipSync(Buffer.alloc(20_000_000)) },
  {
    name: 'a compound file of nothing',
    content: bytes(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\xff'.repeat(1000)}`),
  },
  {
    name: 'a table of formulas',
    content: utf8(
      `${eachColumn}=1+1;@SUM(1);+1;-1\n=HYPERLINK("https://jahat.test";"x");\t=1;\r;x`,
    ),
  },
  { name: 'a table whose quotation has no end', content: utf8(`${eachColumn}"x;y;z`) },
  { name: 'a table of one line of two megabytes', content: utf8('x'.repeat(2_000_000)) },
  { name: 'a table of a hundred thousand columns', content: utf8(';'.repeat(100_000)) },
  { name: 'a table of a hundred thousand lines', content: utf8('a;b\n'.repeat(100_000)) },
  { name: 'a table with NUL in it', content: utf8(`${eachColumn}a\0b;c;d;e`) },
  {
    name: 'a table in UTF-16',
    content: () => Buffer.from(`\ufeff${eachColumn}a;b;c;d`, 'utf16le'),
  },
  {
    name: 'a table of half characters',
    content: bytes(`unit;name\n\xed\xa0\x80;\xff\xfe\xc0\xaf`),
  },
  {
    name: 'a table of names of properties',
    content: utf8('__proto__;constructor\ntoString;__proto__'),
  },
  {
    name: 'YAML that multiplies',
    content: utf8(
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e]\n`,
    ),
  },
  {
    name: 'YAML with a type of its own',
    content: utf8('!!js/function "x": !<tag:x> 1\nholidays: !!binary x'),
  },
  { name: 'YAML in itself', content: utf8('a: &a\n  b: *a\n<<: *a\n') },
  {
    name: 'YAML of names of properties',
    content: utf8('__proto__: {admin: true}\nconstructor: 1\n'),
  },
  { name: 'YAML that is very deep', content: utf8('['.repeat(3000)) },
  {
    name: 'holidays of no day',
    content: utf8('code: x\nyear: 99999\nholidays:\n  - date: 2025-02-30\n    name: "\\0"\n'),
  },
];
