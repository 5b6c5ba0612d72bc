import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { detectType } from '../../../src/platform/files/detect-type.js';
import type { Found } from '../../../src/platform/files/found.js';
import { renamed, rezipped, sample, zipOf } from './samples.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'siklus-types-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function typeOf(content: Buffer | string, name = 'bukti.pdf'): Promise<Found> {
  const path = join(folder, 'file');
  await writeFile(path, content);
  return detectType(path, name);
}

/** The sample with one more line in its description, and one more part. */
const xlsxWith = async (line: string, part?: string): Promise<Buffer> =>
  rezipped(await sample('bukti.xlsx'), ({ '[Content_Types].xml': description = '' }) => ({
    '[Content_Types].xml': description.replace('</Types>', `${line}</Types>`),
    ...(part === undefined ? {} : { [part]: 'x' }),
  }));

const alone = (type: string): Found => ({ type, needs: [type] });

describe('the type of a file', () => {
  it.each(['pdf', 'png', 'jpg', 'webp', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'doc', 'xls'])(
    'is told by its content: %s',
    async (type) => {
      expect(await typeOf(await sample(`bukti.${type}`))).toEqual(alone(type));
    },
  );

  it('is told by its content: ppt', async () => {
    expect(await typeOf(await sample('bukti.ppt.gz'))).toEqual(alone('ppt'));
  });

  it.each([
    ['a program for Windows', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'exe'],
    ['a program for Linux', Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(200)]), 'elf'],
    ['a page', '<!doctype html><script>alert(1)</script>', 'markup'],
    ['a page after blanks', '\n  <html></html>', 'markup'],
    ['a picture in words', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'markup'],
    ['a picture in words, declared', '<?xml version="1.0"?><svg/>', 'xml'],
    ['text', 'Surat keputusan walikota – terlampir', 'txt'],
    ['text in another encoding', Buffer.from('Surat \xe9', 'latin1'), 'unknown'],
    ['bytes of no kind', Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), 'unknown'],
    ['half an archive', Buffer.from('PK\x03\x04 and then nothing'), 'broken zip'],
  ])('is not PDF for %s called .pdf', async (_, content, expected) => {
    expect((await typeOf(content)).type).toBe(expected);
  });

  it('is believed from the name in one point: text called .csv is a table', async () => {
    expect(await typeOf('unit;level\nDinkes;3', 'nilai.CSV')).toEqual(alone('csv'));
  });

  it('is a mere archive unless Office would open it, in one way only', async () => {
    const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
    const word = `<Types><Override PartName="/word/document.xml" ContentType="${kind}"/></Types>`;
    const doctype = `<!DOCTYPE Types [<!ENTITY a "b">]>${word}`;

    expect(await typeOf(await zipOf({ '[Content_Types].xml': word }))).toEqual(alone('docx'));
    expect(await typeOf(await zipOf({ 'word/document.xml': word }))).toEqual(alone('zip'));
    expect(await typeOf(await zipOf({ '[Content_Types].xml': doctype }))).toEqual(alone('zip'));
    expect(
      await typeOf(await zipOf({ '[Content_Types].xml': word, '[content_types].xml': word })),
    ).toEqual(alone('zip'));
  });
});

describe('a file with macros', () => {
  it('is of a type of its own where there is one', async () => {
    const docm = await rezipped(await sample('bukti.docx'), (entries) => ({
      '[Content_Types].xml': (entries['[Content_Types].xml'] ?? '').replace(
        'vnd.openxmlformats-officedocument.wordprocessingml.document.main',
        'vnd.ms-word.document.macroEnabled.main',
      ),
    }));

    expect(await typeOf(docm)).toEqual(alone('docm'));
  });

  it('needs that type too when it says it has none', async () => {
    const hidden = await rezipped(await sample('bukti.xlsx'), () => ({ 'xl/vbaProject.bin': 'x' }));

    expect(await typeOf(hidden)).toEqual({ type: 'xlsx', needs: ['xlsx', 'xlsm'] });
  });

  it('is no file whose writer declares such parts but has none', async () => {
    const declared =
      '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>';

    expect(await typeOf(await xlsxWith(declared))).toEqual(alone('xlsx'));
    expect(await typeOf(await xlsxWith(declared, 'xl/x.bin'))).toEqual({
      type: 'xlsx',
      needs: ['xlsx', 'xlsm'],
    });
  });

  it('is no document at all when its description could be read in two ways', async () => {
    const override =
      '<Override PartName="/a>b" ContentType="application/vnd.ms-office.vbaProject"/>';

    expect(await typeOf(await xlsxWith(override))).toEqual(alone('zip'));
  });

  it('needs it in OpenDocument, too', async () => {
    expect(await typeOf(await sample('makro.odt'))).toEqual({
      type: 'odt',
      needs: ['odt', 'docm'],
    });
  });

  it('needs it in the older formats, too', async () => {
    const xls = renamed(await sample('bukti.xls'), '\x01CompObj', '_VBA_PROJECT_CUR');

    expect(await typeOf(xls)).toEqual({ type: 'xls', needs: ['xls', 'xlsm'] });
  });
});

describe('a file of two types', () => {
  it('is both: an archive behind a picture', async () => {
    const both = Buffer.concat([await sample('bukti.png'), await zipOf({ 'Main.class': 'x' })]);

    expect(await typeOf(both)).toEqual({ type: 'png', needs: ['png', 'zip'] });
  });

  it('is both: a letter that is a table as well', async () => {
    const both = renamed(await sample('bukti.doc'), '\x01CompObj', 'Workbook');

    expect(await typeOf(both)).toEqual({ type: 'doc', needs: ['doc', 'xls'] });
  });
});

describe('a compound file', () => {
  it.each(['mail', 'EncryptedPackage'])('is no document with a %s in it', async (name) => {
    const other = renamed(await sample('bukti.doc'), 'WordDocument', name);

    expect((await typeOf(other)).type).toBe(
      name === 'mail' ? 'compound file' : 'encrypted office file',
    );
  });
});

describe('a damaged file', () => {
  it.each(['doc', 'docx', 'odt', 'png'])(
    'never makes the reader fail or hang: %s',
    async (type) => {
      const whole = await sample(`bukti.${type}`);
      const damage = fc.record({
        at: fc.nat(whole.length - 9),
        value: fc.integer({ min: 0, max: 255 }),
      });

      await fc.assert(
        fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 40 }), async (damages) => {
          const damaged = Buffer.from(whole);
          // The signature stays: without it the file is not looked into at all.
          for (const { at, value } of damages) damaged[at + 8] = value;

          expect(await typeOf(damaged)).toEqual({
            type: expect.any(String),
            needs: expect.any(Array),
          });
        }),
        { numRuns: 100 },
      );
    },
  );
});
