import { describe, expect, it } from '@jest/globals';
import { present, readCsv, readXlsx, stated, workbookWith } from './spreadsheets.js';

describe('a table of indicators', () => {
  it('says who leads, who supports and what it is called', async () => {
    const read = await readCsv(`Indikator,OPD penanggung jawab,OPD pendukung,Judul
1,DINKES,DLH; Dinas Perhubungan,
3,dinas  lingkungan hidup,,Layanan Sampah
4,,DLH,
2,,,
`);

    expect(read).toEqual({
      indicators: [
        stated(1, { lead: 'DINKES', supports: ['DLH', 'DISHUB'] }),
        stated(3, { lead: 'DLH', title: 'Layanan Sampah' }),
        stated(4, { supports: ['DLH'] }),
        stated(2),
      ],
      assignments: [],
    });
  });

  it('keeps the titles when it has no column for them', async () => {
    const before = { ...present, responsibilities: [stated(3, { title: 'Layanan Sampah' })] };

    const { indicators } = await readCsv(
      'Indikator;OPD penanggung jawab;OPD pendukung\n3;DLH;\n',
      before,
    );

    expect(indicators).toEqual([stated(3, { lead: 'DLH', title: 'Layanan Sampah' })]);
  });

  it('does not count the leading unit among the supporting ones', async () => {
    const { indicators } = await readCsv(
      'Indikator;OPD penanggung jawab;OPD pendukung\n1;DLH;"DLH\nDISHUB\nDISHUB"\n',
    );

    expect(indicators).toEqual([stated(1, { lead: 'DLH', supports: ['DISHUB'] })]);
  });

  it.each(['2', ' 2 ', '02', '2.0', '"2,0"', '2.', 'Indikator 2'])(
    'takes %s for a number',
    async (text) => {
      const { indicators } = await readCsv(
        `Indikator,OPD penanggung jawab,OPD pendukung\n${text},DLH,\n`,
      );

      expect(indicators).toEqual([stated(2, { lead: 'DLH' })]);
    },
  );

  it('may keep a unit that has left where it stood', async () => {
    const before = {
      ...present,
      responsibilities: [stated(1, { lead: 'ARSIP', supports: ['DLH'] })],
    };

    const { indicators } = await readCsv(
      'Indikator;OPD penanggung jawab;OPD pendukung\n1;Kantor Arsip;DLH\n',
      before,
    );

    expect(indicators).toEqual(before.responsibilities);
  });
});

describe('a table of assessors', () => {
  it('names them by code, name or address, in one row or in several', async () => {
    const read = await readCsv(`OPD;Asesor
DINKES;A1
Dinas Perhubungan;"Budi Santoso, S.Kom.; A2@ASESOR.TEST"
DINKES;siti rahayu
DLH;
`);

    expect(read).toEqual({
      indicators: [],
      assignments: [
        { assessor: 'A1', unit: 'DINKES' },
        { assessor: 'A1', unit: 'DISHUB' },
        { assessor: 'A2', unit: 'DISHUB' },
        { assessor: 'A3', unit: 'DINKES' },
      ],
    });
  });
});

const oneRow = { indicators: [], assignments: [{ assessor: 'A3', unit: 'DLH' }] };

describe('a CSV file', () => {
  it.each([
    ['commas', 'OPD,Asesor\nDLH,A3\n'],
    ['semicolons', 'OPD;Asesor\nDLH;A3\n'],
    ['tabs', 'OPD\tAsesor\nDLH\tA3\n'],
    ['a mark of its order of bytes', '\uFEFFOPD;Asesor\r\nDLH;A3\r\n'],
    ['quotation marks around everything', '"OPD","Asesor"\n"DLH","A3"\n'],
    ['the line that Excel reads', 'sep=;\r\nOPD;Asesor\r\nDLH;A3'],
    ['lines above the header', 'Kota Pekalongan, 2025\n\nOPD;Asesor\nDLH;A3\n'],
    ['blank lines and columns', 'OPD;;Asesor;\n;;;\nDLH;;A3;\n\n'],
    ['another order, and columns for readers', 'No;Nama Asesor*;Perangkat  Daerah :\n1;A3;DLH\n'],
  ])('may have %s', async (_, text) => {
    expect(await readCsv(text)).toEqual(oneRow);
  });
});

const header = ['Indikator', 'OPD penanggung jawab', 'OPD pendukung', 'Judul'];

describe('a workbook', () => {
  it('may hold both tables, blank sheets and hidden ones', async () => {
    const sheets = {
      Daftar: [['Kota Pekalongan'], [], header, [1, 'DLH', null, null]],
      Sheet2: [],
      Pilihan: [['DINKES'], ['DLH']],
      Penilai: [['OPD', 'Asesor'], ['DLH', 'A3']], // prettier-ignore
    };
    const bytes = await workbookWith(sheets, (sheet) => {
      if (sheet.name === 'Pilihan') sheet.state = 'hidden';
    });

    expect(await readXlsx(bytes)).toEqual({ ...oneRow, indicators: [stated(1, { lead: 'DLH' })] });
  });

  it('is read as it is shown: formulas by their value, texts without their formats', async () => {
    const bytes = await workbookWith({
      Indikator: [
        header,
        [
          { formula: 'A1+1', result: 1 },
          { formula: 'B9', result: 'DINKES' },
          { richText: [{ text: 'DL' }, { text: 'H', font: { bold: true } }] },
          { formula: 'IF(1=1,"","x")', result: '' },
        ],
        ['3', { text: 'DLH', hyperlink: 'https://dlh.test' }, 'DISHUB\nDINKES', 2025],
      ],
    });

    expect(await readXlsx(bytes)).toEqual({
      indicators: [
        stated(1, { lead: 'DINKES', supports: ['DLH'] }),
        stated(3, { lead: 'DLH', supports: ['DISHUB', 'DINKES'], title: '2025' }),
      ],
      assignments: [],
    });
  });

  it('means a merged cell for each of its rows', async () => {
    const bytes = await workbookWith(
      { Asesor: [['Asesor 2025'], ['OPD', 'Asesor'], ['DISHUB', 'A1'], [null, 'A2']] },
      (sheet) => {
        sheet.mergeCells('A1:B1');
        sheet.mergeCells('A3:A4');
      },
    );

    expect(await readXlsx(bytes)).toEqual({
      indicators: [],
      assignments: [
        { assessor: 'A1', unit: 'DISHUB' },
        { assessor: 'A2', unit: 'DISHUB' },
      ],
    });
  });
});
