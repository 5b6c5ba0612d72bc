import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Office } from '../api/office.js';
import { coordinator, during, smallCity } from '../api/small-city.js';
import { changingNothing } from '../api/tables.js';
import { hiddenIn, redirect } from './browser.js';
import { OfficeDesk, said, type Said } from './office-desk.js';

const page = '/koordinator/kota-kecil/perubahan';

let office: Office;
let desk: OfficeDesk;

/** The self-assessment ends on Friday the 12th of September 2025; nothing is known of its days off. */
beforeEach(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.selfAssessment);
  desk = await OfficeDesk.open(office, coordinator, page);
});

afterEach(() => office.close());

const decree = (days: string): string => `title: Uji
decree: { number: "SKB <9>/2025" }
covers: [2025]
days:
${days}`;

const friday = '  - { date: 2025-09-12, kind: cuti-bersama, name: Cuti }\n';
const newYear = '  - { date: 2025-01-01, kind: libur, name: Tahun Baru }\n';
const both = decree(newYear + friday);

type Fields = Readonly<Record<string, string | Blob>>;

async function preview(fields: Fields): Promise<Said> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const path = `${page}/libur/pratinjau?_csrf=${desk.proof}`;
  const headers = { origin: office.site.url };
  return said(await desk.browser.request(path, { method: 'POST', body, headers }));
}

function take({ text }: Said): Promise<Response> {
  const { commands = '', shown = '', reason = '', letter = '' } = hiddenIn(text);
  const plain = commands.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  return desk.post('/terapkan', { commands: plain, shown, reason, letter });
}

const file = (content: string | Uint8Array<ArrayBuffer>): Blob => new Blob([content]);

describe('the page of holidays', () => {
  it('shows which reminders a decree moves before it is taken, and keeps it as a version', async () => {
    const fields = { file: file(both), jointLeave: 'yes', reason: 'SKB baru', letter: '1/2025' };
    const shown = await changingNothing(office, () => preview(fields));

    const answer = await take(shown);

    expect(shown.status).toBe(200);
    expect(shown.text).toContain(
      '<li>Hari libur: 2 hari bertambah (Rabu, 1 Januari 2025; Jumat, 12 September 2025)</li>',
    );
    expect(shown.text).toContain('Menurut SKB &lt;9&gt;/2025');
    expect(shown.text).toMatch(
      /Pengingat H mandiri dari Jumat, 12 September 2025[^<]*menjadi[^<]*Kamis, 11 September 2025/,
    );
    expect(redirect(answer)).toEqual([303, `${page}?diterapkan`]);
    const after = await desk.get('/libur');
    expect(after.text).toMatch(/Jadwal versi 2<.*<dd>SKB baru<\/dd>.*<dd>1\/2025<\/dd>/);
    expect(after.text).toContain('2025: 2 hari libur');
  });

  it('lets joint leave be working days, which is one more version although no mail moves', async () => {
    const shown = await changingNothing(office, () => preview({ text: both, reason: 'Perwal' }));

    const answer = await take(shown);

    expect(shown.text).toContain('Cuti bersama sebagai hari libur: ya menjadi tidak');
    expect(shown.text).toContain('Tidak ada surel, tugas, atau tenggat yang berubah.');
    expect(answer.status).toBe(303);
    const { text } = await desk.get('/libur');
    expect(text).toContain('Cuti bersama adalah hari kerja.');
    expect(text).toContain('2025: 1 hari libur');
    expect(text).not.toContain('name="jointLeave" value="yes" checked');
  });

  it('offers no button for what changes nothing at all', async () => {
    await take(await preview({ text: both, jointLeave: 'yes' }));

    const { status, text } = await preview({ text: both, jointLeave: 'yes' });

    expect(status).toBe(200);
    expect(text).toContain('Perubahan ini tidak mengubah apa pun.');
    expect(text).not.toContain('Terapkan perubahan');
  });

  it('takes a file that the office keeps, which goes behind what is sent', async () => {
    const kept = await preview({ code: 'id-2025', jointLeave: 'yes' });
    const sent = await preview({ code: 'id-2025', jointLeave: 'yes', text: both });

    expect(kept.text).toContain('28 hari bertambah');
    expect(sent.text).toContain('2 hari bertambah');
  });

  it.each([
    [{}, 'Unggah berkas, tempelkan isinya'],
    [{ code: '../people/pekalongan' }, 'tidak ada di server'],
    [{ code: 'id-2025.yaml' }, 'tidak ada di server'],
    [{ text: '\u0001x: [' }, 'no valid YAML'],
    [{ text: 'a\0b' }, 'bukan teks UTF-8'],
    [{ text: '!x y' }, 'YAML tags'],
    [{ text: 'title: x' }, 'days'],
    [{ text: '[]' }, 'expected'],
    [
      { text: decree('  - { date: 2025-02-30, kind: libur, name: X }') },
      'tidak memiliki 2025-02-30',
    ],
    [{ text: decree('  - { date: 2024-02-03, kind: libur, name: X }') }, 'dari tahun 2025'],
    [{ text: decree('  - { date: 2025-02-03, kind: cuti, name: X }') }, 'libur atau cuti-bersama'],
    [{ text: 'x'.repeat(200_001) }, 'terlalu besar'],
    [{ text: 'x'.repeat(900_000) }, 'terlalu besar'],
    [{ file: file('x'.repeat(900_000)) }, 'terlalu besar'],
    [{ file: file(new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0])) }, 'bukan teks UTF-8'],
  ])('says beside the file what is wrong, and keeps what was typed: %#', async (fields, why) => {
    const { status, text } = await changingNothing(office, () =>
      preview({ reason: 'Dasar <b>', letter: '1/2025', ...fields }),
    );

    const [, beside = ''] = /id="file-problems">(.*?)<label for="text"/.exec(text) ?? [];
    expect([status, beside]).toEqual([422, expect.stringContaining(why)]);
    expect(text).toContain('value="Dasar &lt;b&gt;"');
    expect(text).toContain('value="1/2025"');
  });

  it('names the line and the field that are to be mended, with the text of the file kept', async () => {
    const wrong = decree('  - { date: 2025-02-30, kind: libur, name: "<script>" }\n');

    const { text } = await preview({ file: file(wrong) });

    expect(text).toMatch(/5<\/th>\s*<td>days\[0\]\.date<\/td>/);
    expect(text).toContain('name: &quot;&lt;script&gt;&quot;');
    expect(text).not.toContain('<script>"');
  });

  it('keeps the days of years that the file does not name', async () => {
    await take(await preview({ text: both, jointLeave: 'yes' }));

    const next = both.replaceAll('2025-', '2026-').replace('[2025]', '[2026]');
    const shown = await preview({ text: next, jointLeave: 'yes' });
    await take(shown);

    expect(shown.text).not.toContain('tidak lagi libur');
    const { text } = await desk.get('/libur');
    expect(text).toMatch(/2025: 2 hari libur.*2026: 2 hari libur/);
  });
});

describe('a year without holidays', () => {
  const unknown = (years: string): string => `Hari libur tahun ${years} belum dimuat`;
  const overview = '/koordinator/kota-kecil';

  it('is warned of on the first page, until its days are loaded', async () => {
    const before = await desk.browser.page(overview);

    await take(await preview({ text: both, jointLeave: 'yes' }));

    expect(before).toContain(unknown('2025'));
    expect(before).toContain(`href="${page}/libur"`);
    expect(await desk.browser.page(overview)).not.toContain('belum dimuat');
  });

  it('is warned of where a change puts something into it', async () => {
    await take(await preview({ text: both, jointLeave: 'yes' }));
    const moving = async (closes: string): Promise<Said> =>
      said(await desk.post('/pratinjau', { do: 'reschedule', phase: 'laporan', closes }));

    const near = await moving('2025-12-19');
    const far = await moving('2026-01-16');

    expect([near.status, far.status]).toEqual([200, 200]);
    expect(near.text).not.toContain('belum dimuat');
    expect(far.text).toContain(unknown('2026'));
    expect(far.text).toContain('Terapkan perubahan');
  });
});
