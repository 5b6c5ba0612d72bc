import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { packageRoot } from '../../../src/platform/package-root.js';
import { reportPdf } from '../../../src/report/document/report-pdf.js';
import { ink } from '../../../src/report/document/pictures/drawing.js';
import { pdfText } from '../../notice/pdf-text.js';
import { picturesOf, type Picture } from './pdf-pictures.js';
import { pemdi, report, spbe, usual } from './a-report.js';

/** To be looked at; git does not know them. */
const folder = join(packageRoot, 'coverage', 'report');

interface Made {
  readonly text: readonly string[];
  readonly pages: readonly Picture[];
}

async function made(name: string, ...given: Parameters<typeof report>): Promise<Made> {
  const file = await reportPdf(report(...given));
  const pages = await picturesOf(file);
  mkdirSync(folder, { recursive: true });
  pages.forEach(({ png }, at) => writeFileSync(join(folder, `${name}-${at + 1}.png`), png));
  return { text: await pdfText(file), pages };
}

const all: Record<string, Made> = {};

beforeAll(async () => {
  all['published'] = await made('published');
  all['draft'] = await made('draft', spbe, usual, { kind: 'draft' });
  all['pemdi'] = await made('pemdi', pemdi, (no) => (no % 5 === 0 ? null : '3.25'));
}, 120_000);

const of = (name: string): Made => all[name] ?? { text: [], pages: [] };

/** The share of dots of an area that are not white, of the page or of a part of it, in points. */
function inked({ width, height, dots }: Picture, isIn: (x: number, y: number) => boolean): number {
  const [scaleX, scaleY] = [width / 595.28, height / 841.89];
  let [seen, dark] = [0, 0];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!isIn(x / scaleX, y / scaleY)) continue;
      const at = (y * width + x) * 4;
      seen += 1;
      if ([0, 1, 2].some((part) => (dots[at + part] ?? 255) < 250)) dark += 1;
    }
  }
  return dark / seen;
}

/** How many dots are of about that colour. */
function coloured({ dots }: Picture, hex: string): number {
  const wanted = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  let found = 0;
  for (let at = 0; at < dots.length; at += 4) {
    if (wanted.every((part, index) => Math.abs((dots[at + index] ?? 0) - part) < 6)) found += 1;
  }
  return found;
}

const pageWith = ({ text, pages }: Made, words: string): Picture => {
  const page = pages[text.findIndex((each) => each.includes(words))];
  if (!page) throw new Error(`no page says ${words}`);
  return page;
};

const isBody = (_: number, y: number): boolean => y > 40 && y < 770;
const isMargin = (x: number, y: number): boolean => x < 66 || x > 530 || y < 30 || y > 825;

describe('a report as PDF, as another program draws it', () => {
  it.each(['published', 'draft', 'pemdi'])('has no blank page: %s', (name) => {
    const { pages } = of(name);

    expect(pages.length).toBeGreaterThan(6);
    for (const page of pages) expect(inked(page, isBody)).toBeGreaterThan(0.004);
  });

  it.each(['published', 'pemdi'])('draws nothing in the margins: %s', (name) => {
    for (const page of of(name).pages) expect(inked(page, isMargin)).toBe(0);
  });

  it.each(['published', 'pemdi'])('has charts in the colours of their key: %s', (name) => {
    const page = pageWith(of(name), 'Indeks terverifikasi dan klaim');

    expect(coloured(page, ink.verified)).toBeGreaterThan(2000);
    expect(coloured(page, ink.claimed)).toBeGreaterThan(1000);
  });

  it('has the target in the picture of the years', () => {
    expect(coloured(pageWith(of('published'), 'Perkembangan indeks'), ink.target)).toBeGreaterThan(
      100,
    );
  });

  it('is marked on every page as long as it is a draft', () => {
    const isMiddle = (x: number, y: number): boolean => x > 250 && x < 350 && y > 380 && y < 460;
    const marked = of('draft').pages.map((page) => inked(page, isMiddle));

    expect(of('draft').text.every((text) => text.includes('DRAF – belum ditetapkan'))).toBe(true);
    for (const share of marked) expect(share).toBeGreaterThan(0.03);
    expect(of('published').text.join(' ')).not.toContain('DRAF');
  });
});

describe('a report as PDF, as another program reads it', () => {
  it('begins with the letterhead, the index, the predikat and the target', () => {
    const [cover = ''] = of('published').text;
    const { result } = report();

    expect(cover).toContain('PEMERINTAH KOTA PEKALONGAN DINAS KOMUNIKASI DAN INFORMATIKA');
    expect(cover).toContain(`Indeks ${result.index.replace('.', ',')} ${result.predikat}`);
    expect(cover).toContain('Target kota');
    expect(cover).toContain('Ditetapkan pada 15 Desember 2025');
  });

  it('lists every indicator with what the figures say of it', () => {
    const text = of('published').text.join(' ');

    for (const { no, name, claimed, verified, weight } of report().indicators) {
      const [first = ''] = name.split('/');
      const share = (weight / 100).toFixed(2).replace('.', ',');
      const line = new RegExp(
        `\\b${no} ${escaped(first)}.{0,120}? ${claimed ?? '–'} ${verified ?? '–'} ${share} `,
      );
      expect(text).toMatch(line);
    }
  });

  it('carries the place in the journal on every page, and the whole hash on the last', () => {
    const { text } = of('published');
    const { place } = report();

    text.forEach((page, at) => {
      expect(page).toContain(`spbe-2025 · posisi jurnal 1482 · ${place.hash.slice(0, 12)}`);
      expect(page).toContain(`Halaman ${at + 1} dari ${text.length}`);
    });
    expect(text.at(-1)).toContain(place.hash);
    expect(text.at(-1)).toContain('siklus journal verify spbe-2025');
    expect(text.at(-1)).toContain('Kepala Dinas Komunikasi dan Informatika');
  });

  it('has the notes of all domains, in their words', () => {
    const text = of('published').text.join(' ');

    expect(text).toContain('Catatan Asesor: Layanan SPBE');
    expect(text).toContain('=HYPERLINK("https://jahat.test";"klik")');
    expect(text.match(/pengukuran kepuasan pengguna belum dilakukan/g)).toHaveLength(
      report()
        .indicators.flatMap(({ notes }) => notes)
        .filter((note) => /kepuasan/.test(note)).length,
    );
  });

  it('has no place for a signature as long as it is a draft', () => {
    expect(of('draft').text.at(-1)).not.toContain('NIP');
    expect(of('draft').text[0]).toContain('Draf: keadaan pada 15 Desember 2025');
  });
});

describe('a report of the same figures', () => {
  it('is the same PDF to the byte, whenever it is made', async () => {
    const [first, second] = [await reportPdf(report()), await afterAWhile()];

    expect(first.equals(second)).toBe(true);
  });
});

/** Over the turn of a second, which is what a PDF keeps of a time. */
async function afterAWhile(): Promise<Buffer> {
  await new Promise((resolve) => setTimeout(resolve, 1100));
  return reportPdf(report());
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
