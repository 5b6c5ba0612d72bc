import { describe, expect, it } from '@jest/globals';
import { limits } from '../../src/assessment/import/sheet.js';
import {
  assessorRows,
  fromAssessorRows,
  inline,
  problemsOf,
  readCsv,
  readXlsx,
  workbookOf,
  workbookWith,
  zipOf,
} from './spreadsheets.js';

const damaged =
  'tugas.xlsx: is damaged or no XLSX workbook: open it with a spreadsheet program and save it anew as .xlsx, without a password';

function hex(text: string): Buffer {
  return Buffer.from(text.replaceAll(' ', ''), 'hex');
}

describe('a file that is no table', () => {
  it.each([
    ['nothing at all', Buffer.alloc(0), 'is empty'],
    ['blank lines only', Buffer.from('\n\n;;\n'), 'shows nothing: every sheet is empty'],
    [
      'an old or encrypted workbook',
      hex('d0cf11e0 a1b11ae1 00000000'),
      'has a password or is an old .xls: save it as .xlsx, without a password',
    ],
    [
      'UTF-16 from Excel',
      Buffer.from('\uFEFFOPD;Asesor\nDLH;A3', 'utf16le'),
      'is written in UTF-16: save it as "CSV UTF-8", or as .xlsx',
    ],
    [
      'UTF-16, the other way round',
      hex('feff 004f 0050'),
      'is written in UTF-16: save it as "CSV UTF-8", or as .xlsx',
    ],
    [
      'UTF-16 without a mark',
      Buffer.from('OPD;Asesor', 'utf16le'),
      'is neither an XLSX workbook nor a CSV file: save it as .xlsx',
    ],
    [
      'the letters of old Windows',
      Buffer.from('OPD;Asesor\nDLH;Andr\xe9', 'latin1'),
      'is not written in UTF-8: save it as "CSV UTF-8", or as .xlsx',
    ],
    [
      'too large',
      Buffer.alloc(limits.bytes + 1, 'a'),
      'is larger than 2 MB: keep the two tables only',
    ],
  ])('%s', async (_, bytes, problem) => {
    expect(await problemsOf(readCsv(bytes))).toEqual([`tugas.csv: ${problem}`]);
  });

  it('some other text', async () => {
    expect(await problemsOf(readCsv('<html><body>404</body></html>'))).toEqual([
      expect.stringMatching(/^tugas.csv:1: no row with known headers: expected /),
    ]);
  });
});

describe('a workbook as no program writes it', () => {
  it('is read when it leaves places out, or gives its names a prefix', async () => {
    const bare = assessorRows.replace(/ r="\w+"/g, '');
    const prefixed = assessorRows.replace(/<(\/?)(?=[a-z])/g, '<$1x:');

    expect(await readXlsx(await workbookOf(assessorRows))).toEqual(fromAssessorRows);
    expect(await readXlsx(await workbookOf(bare))).toEqual(fromAssessorRows);
    expect(await readXlsx(await workbookOf(prefixed))).toEqual(fromAssessorRows);
  });

  it('is read without what it says of millions of cells', async () => {
    const everywhere = `${assessorRows}
      <mergeCells><mergeCell ref="C3:XFD1048576"/><mergeCell ref="B2:B1048576"/></mergeCells>
      <dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>`;
    const names =
      '<definedNames><definedName name="x">Asesor!$A$1:$XFD$1048576</definedName></definedNames>';
    const book = `<workbook>${names}<sheets><sheet name="Asesor" r:id="r1"/></sheets></workbook>`;

    const bytes = await workbookOf(everywhere, { 'xl/workbook.xml': book });

    expect(await readXlsx(bytes)).toEqual(fromAssessorRows);
  });

  it('reads how a name is spoken for no part of it', async () => {
    const spoken = assessorRows.replace(
      '<t>A3</t>',
      '<r><t>A</t></r><r><t>3</t></r><rPh><t>tiga</t></rPh>',
    );

    expect(await readXlsx(await workbookOf(spoken))).toEqual(fromAssessorRows);
  });

  it('asks for formulas that nobody has computed', async () => {
    const formula = assessorRows.replace(inline('B2', 'A3'), '<c r="B2"><f>C2</f><v></v></c>');

    expect(await problemsOf(readXlsx(await workbookOf(formula)))).toEqual([
      'Asesor:2: Asesor: is a formula without a value: open the file with a spreadsheet program, and save it',
    ]);
  });

  it('is refused when it is broken', async () => {
    const right = await workbookWith({ Asesor: [['OPD', 'Asesor'], ['DLH', 'A3']] }); // prettier-ignore
    const broken = {
      'cut short': right.subarray(0, right.length - 40),
      'nothing but a beginning': hex('504b0304'),
      'an empty archive': await zipOf({}),
      'another archive': await zipOf({
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      }),
      'parts that are missing': await zipOf({ '_rels/.rels': '<Relationships/>' }),
      'no XML': await workbookOf('<row'),
      'XML that never ends': await workbookOf('<sheetData>'.repeat(10)),
      'an entity': await workbookOf(`${assessorRows}&a;`),
      'a bomb of entities': await workbookOf('', {
        'xl/worksheets/sheet1.xml':
          '<!DOCTYPE w [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>',
      }),
      'too deep': await workbookOf('<a>'.repeat(1_000_000)),
      'other letters': await workbookOf('', { 'xl/worksheets/sheet1.xml': 'a' }),
    };

    const problems = Object.entries(broken).map(async ([name, bytes]) => {
      return [name, await problemsOf(readXlsx(bytes))];
    });

    expect(Object.fromEntries(await Promise.all(problems))).toEqual(
      Object.fromEntries(Object.keys(broken).map((name) => [name, [damaged]])),
    );
  });

  it('is refused wherever a byte of it is wrong, or read all the same', async () => {
    const right = await workbookOf(assessorRows);

    for (let at = 0; at < right.length; at += 7) {
      const bytes = Buffer.from(right);
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      // Whatever else were thrown would fly.
      await problemsOf(readXlsx(bytes));
    }
  });
});

describe('a workbook that is larger than it looks', () => {
  const tooMuch =
    'tugas.xlsx: holds more than 16 MB when it is unpacked: copy only the two tables into a new workbook';

  it('is not unpacked to its end', async () => {
    const bytes = await workbookOf(`${assessorRows}${' '.repeat(limits.unpackedBytes)}`);

    expect(bytes.length).toBeLessThan(100_000);
    expect(await problemsOf(readXlsx(bytes))).toEqual([tooMuch]);
  });

  it('nor when it lies about its size', async () => {
    const bytes = await workbookOf(`${assessorRows}${' '.repeat(limits.unpackedBytes)}`);
    // The size that the list of contents gives, wherever it stands.
    const size = Buffer.alloc(4);
    size.writeUInt32LE(`<worksheet>${assessorRows}</worksheet>`.length + limits.unpackedBytes);
    for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size, at + 1)) {
      bytes.writeUInt32LE(100, at);
    }

    expect(await problemsOf(readXlsx(bytes))).toEqual([damaged]);
  });

  it('may hold pictures of any size, which nobody unpacks', async () => {
    const bytes = await workbookOf(assessorRows, {
      'xl/media/image1.png': ' '.repeat(2 * limits.unpackedBytes),
    });

    expect(await readXlsx(bytes)).toEqual(fromAssessorRows);
  });

  it.each([
    [
      'rows',
      (at: number) => `<row r="${at}"><c t="str"><v>x</v></c></row>`,
      'Asesor:2001: has more than 2000 rows: keep the table only',
    ],
    [
      'columns',
      (at: number) => `<row r="1"><c r="ZZ${at}" t="str"><v>x</v></c></row>`,
      'Asesor:1: has more than 100 columns: keep the table only',
    ],
  ])('stops at its %s', async (_, row, problem) => {
    const rows = Array.from({ length: 100_000 }, (__, at) => row(at + 1)).join('');

    expect(await problemsOf(readXlsx(await workbookOf(`<sheetData>${rows}</sheetData>`)))).toEqual([
      problem,
    ]);
  });

  it('stops at its merged cells', async () => {
    const merges = '<mergeCell ref="A1:A2000"/>'.repeat(limits.merges + 1);

    expect(await problemsOf(readXlsx(await workbookOf(`${assessorRows}${merges}`)))).toEqual([
      'Asesor: merges cells more than 10000 times: undo that',
    ]);
  });

  it('keeps neither its headers nor its names in full', async () => {
    const long = 'x'.repeat(100_000);
    const sheet = `<sheetData><row>${inline('A1', 'OPD')}${inline('B1', 'Asesor')}${inline('C1', long)}</row></sheetData>`;
    const book = `<workbook><sheets><sheet name="${long}" r:id="r1"/></sheets></workbook>`;

    const problems = await problemsOf(
      readXlsx(await workbookOf(sheet, { 'xl/workbook.xml': book })),
    );

    expect(problems.map((problem) => problem.length < 300)).toEqual([true, true]);
  });
});

describe('a CSV file that has no end', () => {
  it.each([
    [
      'of rows',
      '\n'.repeat(1_000_000),
      'tugas.csv:10001: has more than 2000 rows: keep the table only',
    ],
    [
      'of columns',
      `OPD;Asesor${';x'.repeat(1_000)}`,
      'tugas.csv:1: has more than 100 columns: keep the table only',
    ],
  ])('%s', async (_, text, problem) => {
    expect(await problemsOf(readCsv(text))).toEqual([problem]);
  });

  it('of one cell', async () => {
    const text = `OPD;Asesor\nDLH;"${'x'.repeat(1_000_000)}`;

    expect(await problemsOf(readCsv(text))).toHaveLength(1);
  });
});
