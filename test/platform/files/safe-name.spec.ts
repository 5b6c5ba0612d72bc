import { parse } from 'content-disposition';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fileTypeNames, fileTypes } from '../../../src/platform/files/file-types.js';
import { contentDisposition, safeName } from '../../../src/platform/files/safe-name.js';

describe('a safe name', () => {
  it.each([
    ['SK Walikota No. 12.pdf', 'SK Walikota No. 12.pdf'],
    ['Foto rapat.PDF', 'Foto rapat.PDF'],
    ['laporan.docx', 'laporan.pdf'],
    ['laporan', 'laporan.pdf'],
    ['Drs.Budi', 'Drs.Budi.pdf'],
    ['tagihan.exe', 'tagihan.exe.pdf'],
    ['../../etc/passwd', '-..-etc-passwd.pdf'],
    ['C:\\data\\bukti.pdf', 'C:-data-bukti.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['bukti. . .pdf', 'bukti.pdf'],
    ['CON', 'CON.pdf'],
    ['', 'berkas.pdf'],
    ['. .', 'berkas.pdf'],
    ['.pdf', 'berkas.pdf'],
    ['ke\u0301putusan.pdf', 'k\u00e9putusan.pdf'],
    ['gaji\u202efdp.exe', 'gajifdp.exe.pdf'],
    ['baris\r\nbaru\0.pdf', 'barisbaru.pdf'],
    ['\ud800separuh.pdf', 'separuh.pdf'],
    ['ꦧꦸꦏ꧀ꦠꦶ 🇮🇩.pdf', 'ꦧꦸꦏ꧀ꦠꦶ 🇮🇩.pdf'],
  ])('of %j is %j', (given, expected) => {
    expect(safeName(given, 'pdf')).toBe(expected);
  });

  it('is cut between characters, not inside one', () => {
    expect(safeName(`${'a'.repeat(190)}${'🇮🇩'.repeat(9)}.pdf`, 'pdf')).toBe(
      `${'a'.repeat(190)}.pdf`,
    );
  });

  const names = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom('.', ' ', '/', '\\', '\u202e', '\u0301', 'a', '🇮🇩', '\ud800'),
    }),
  );
  const types = fc.constantFrom(...fileTypeNames);

  it('holds for any name', () => {
    fc.assert(
      fc.property(names, types, (given, type) => {
        const name = safeName(given, type);

        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
        expect(name).toBe(name.normalize('NFC'));
        expect(name).toMatch(/^[^\s.].*\.\w+$/u);
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
        expect(name).not.toMatch(/[\s.]\.\w+$/u);
        expect(fileTypes[type].extensions).toContain(name.split('.').at(-1)?.toLowerCase());
        expect(safeName(name, type)).toBe(name);
      }),
    );
  });

  it('comes back whole from the header that offers it, which is plain ASCII', () => {
    fc.assert(
      fc.property(names, types, (given, type) => {
        const name = safeName(given, type);
        const header = contentDisposition(name);

        expect(header).toMatch(/^attachment; filename=[\x20-\x7e]+$/);
        expect(parse(header).parameters['filename']).toBe(name);
      }),
    );
  });
});
