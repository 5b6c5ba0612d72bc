import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { ask, asked, grant } from '../api/extending.js';
import { Office } from '../api/office.js';
import { a1, coordinator, dinkes, dinsos, dlh, during, smallCity } from '../api/small-city.js';
import { adminOf, finish, judge, lead, submit } from '../api/work.js';
import { assessor, person, unit } from '../domain/people.js';
import { wib } from '../engine/city.js';
import { pdfText } from '../notice/pdf-text.js';
import { Browser } from './browser.js';
import { OfficeDesk, row } from './office-desk.js';

const page = '/koordinator/kota-kecil/berita-acara';

let office: Office;
let desk: OfficeDesk;

/** Everybody's year is another: in time, extended, opened again, late, nihil, retired. */
beforeAll(async () => {
  const city = smallCity({
    units: ['DINKES', 'DLH', 'DINSOS', 'DISHUB', 'SETDA', 'LAMA'].map((code) => unit(code)),
    assessors: [assessor('A1', null), assessor('A2', null)],
    assignments: [
      { assessor: 'A1', unit: 'DINKES' },
      { assessor: 'A2', unit: 'DLH' },
    ],
    sekda: person('sekda@kota.test'),
  });
  office = await Office.open(city, during.beginning);
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 2: 'DINKES', 3: 'DLH', 4: 'DINSOS', 5: 'DISHUB', 6: 'SETDA' });
  await finish(office, dinkes, 'sosialisasi', 'DINKES');
  await office.moveTo(during.selfAssessment);
  await order({ do: 'reschedule', phase: 'mandiri', closes: '2025-09-13' }, 'Gempa', '065/1/IX');
  await order({ do: 'retireUnit', unit: 'LAMA' }, 'Dilebur', null);
  await submit(office, 'DINKES', { 1: 2, 2: 3 });
  await nihil(6, 'SETDA');
  await extended(dlh, 'DLH', '060/3/IX');
  await office.moveTo(wib('2025-09-15T09:00'));
  await submit(office, 'DLH', { 3: 2 });
  await extended(dinsos, 'DINSOS', '060/4/IX');
  await refused('DISHUB', '060/5/IX');
  await submit(office, 'DINSOS', { 4: 2 });
  await judge(office, { by: a1, unit: 'DINKES', no: 1, level: 2 });
  await judge(office, { by: a1, unit: 'DINKES', no: 2, level: 2, finding: true });
  await finish(office, a1, 'dokumen', 'DINKES');
  await office.moveTo(wib('2025-09-21T09:00'));
  desk = await OfficeDesk.open(office, coordinator, page);
});

afterAll(() => office.close());

async function order(command: object, reason: string, letter: string | null): Promise<void> {
  const body = { commands: [command], reason, letter };
  const { shown } = await office.done<{ shown: string }>(
    coordinator,
    'POST',
    '/changes/preview',
    body,
  );
  await office.done(coordinator, 'POST', '/changes', { ...body, shown });
}

async function nihil(no: number, of: string): Promise<void> {
  await office.done(adminOf(of), 'PUT', `/indicators/${no}/nihil`, { reason: 'Bukan tugas kami.' });
  const decision = { approved: true, note: 'Sesuai tugas pokok.' };
  await office.done(coordinator, 'PUT', `/indicators/${no}/nihil/decision`, decision);
}

async function extended(by: string, of: string, letter: string): Promise<void> {
  const { body } = await ask(office, { by, unit: of, letter, reason: `Alasan ${of}` });
  const answer = await grant(office, coordinator, body.id, '2025-09-17');
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
}

async function refused(of: string, letter: string): Promise<void> {
  const id = await asked(office, { by: adminOf(of), unit: of, letter, reason: `Alasan ${of}` });
  const path = `/extension-requests/${id}/refuse`;
  await office.done(coordinator, 'POST', path, { reason: 'Waktu sudah cukup.' });
}

async function minutes(phase: string, query = ''): Promise<string> {
  const answer = await desk.browser.get(`${page}/${phase}/unduh${query}`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const name = `berita-acara-kota-kecil-${phase}.pdf`;
  expect(answer.headers.get('content-disposition')).toContain(name);
  return (await pdfText(Buffer.from(await answer.arrayBuffer()))).join(' ');
}

describe('minutes of a self-assessment that is over', () => {
  it('say of every unit what became of it, by the deadline that it had in the end', async () => {
    const text = await minutes('mandiri');

    for (const part of [
      'Mengajukan tepat waktu (1) No. Perangkat daerah Diajukan pada Indikator 1 Dinas DINKES 09-09-2025 10.00 WIB 1–2',
      'Mengajukan dalam masa perpanjangan (1) No. Perangkat daerah Perpanjangan, nomor surat, alasan Diajukan pada Indikator 1 Dinas DLH s.d. 17-09-2025 23.59 WIB 060/3/IX Alasan DLH 15-09-2025 09.00 WIB 3',
      'lalu mengajukan (1) No. Perangkat daerah Perpanjangan, nomor surat, alasan Diajukan pada Indikator 1 Dinas DINSOS s.d. 17-09-2025 23.59 WIB 060/4/IX Alasan DINSOS 15-09-2025 09.00 WIB 4',
      'sampai tenggat (1) No. Perangkat daerah Tenggat Indikator yang belum 1 Dinas DISHUB 13-09-2025 23.59 WIB 5',
      'disetujui nihil (1) No. Perangkat daerah 1 Dinas SETDA',
      'Dibatalkan (1) No. Perangkat daerah 1 Dinas LAMA',
      'Bukan tugas kami. koordinator@kota.test: Sesuai tugas pokok.',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('name every letter on which its dates rest', async () => {
    const text = await minutes('mandiri');

    expect(text).toContain(
      'Jadwal: Senin, 8 September 2025 s.d. Jumat, 12 September 2025 menjadi Senin, 8 September 2025 s.d. Sabtu, 13 September 2025 065/1/IX Gempa',
    );
    expect(text).toContain(
      'Perpanjangan Dinas DLH: Sabtu, 13 September 2025 menjadi Rabu, 17 September 2025 060/3/IX Alasan DLH',
    );
    expect(text).toContain('Ditutup : Sabtu, 13 September 2025 pukul 23.59 WIB');
  });

  it('name who asked for more time and got none, by which letter, and why', async () => {
    const text = await minutes('mandiri');

    expect(text).toContain(
      'Permohonan perpanjangan yang ditolak Perangkat daerah Dimohon s.d. Nomor surat, alasan Ditolak oleh, alasan Dinas DISHUB admin@dishub.test 17-09-2025 23.59 WIB 060/5/IX Alasan DISHUB koordinator@kota.test Waktu sudah cukup.',
    );
    expect(text.match(/Dimohon s\.d\./g)).toHaveLength(1);
    expect(await minutes('dokumen')).not.toContain('ditolak');
  });

  it('carry what was filled in, and of which state of the journal they are', async () => {
    const text = await minutes(
      'mandiri',
      '?nomor=060%2F12%2FIX%2F2025&tanggal=2025-09-30&tempat=Kota+Kecil',
    );

    const entries = await office.site.app
      .get(DataSource)
      .query<{ entries: string; hash: string }[]>(
        `SELECT entries, hash FROM journal_head WHERE cycle = 'kota-kecil'`,
      );
    const [head] = entries;
    expect(text).toContain(
      'Nomor: 060/12/IX/2025 Pada hari ini, Selasa tanggal tiga puluh bulan September tahun dua ribu dua puluh lima (30-09-2025), bertempat di Kota Kecil,',
    );
    expect(text).toContain(`jurnal nomor ${head?.entries} · ${head?.hash.slice(0, 12)}`);
    expect(text).toContain('Koordinator, Bapak koordinator@kota.test');
    expect(text).toContain('Sekretaris Daerah, Bapak sekda@kota.test');
  });
});

describe('minutes of other phases', () => {
  it('say who reviewed whom, with verdicts and findings', async () => {
    const text = await minutes('dokumen');

    expect(text).toContain('Dinas DINKES asesor Bapak a1@asesor.test 15-09-2025 09.00 WIB 2 / 1 2');
    expect(text).toContain('Dinas DLH asesor Bapak a2@asesor.test 19-09-2025 23.59 WIB 3');
    expect(text).toContain('Asesor Internal, Bapak a1@asesor.test');
  });

  it('say who took part', async () => {
    const text = await minutes('sosialisasi');

    expect(text).toContain('Mengikuti dan mengonfirmasi tepat waktu (1)');
    expect(text).toContain('Tidak mengonfirmasi keikutsertaan sampai tenggat (4)');
  });

  it('say who was made responsible', async () => {
    const text = await minutes('penetapan');

    expect(text).toContain('Terlambat: tidak selesai sampai tenggat (1)');
    expect(text).toMatch(/4\. Tingkat Kematangan Kebijakan [^.]+ Dinas DINSOS/);
    expect(text).toContain('Dinas DISHUB belum ditetapkan');
  });
});

describe('the page of minutes', () => {
  it('says what they will say, before they are printed', async () => {
    const { status, text } = await desk.get('/mandiri');

    expect(status).toBe(200);
    expect(row(text, 'Terlambat, tidak selesai')).toBe('Terlambat, tidak selesai 1');
    expect(text).toContain('value="2025-09-21"');
    expect(text).toContain('Permohonan perpanjangan yang ditolak: 1.');
  });

  it('is linked from the overview for every phase that is over', async () => {
    const text = await desk.browser.page('/koordinator/kota-kecil');

    const linked = [...text.matchAll(/berita-acara\/(\w+)/g)].map(([, phase]) => phase);
    expect(linked).toEqual(['penetapan', 'sosialisasi', 'mandiri', 'dokumen']);
  });

  it.each([
    ['2025-02-30', 'Tanggal itu tidak ada.'],
    ['kemarin', 'Tanggal itu tidak ada.'],
    [
      '2025-09-12',
      'Tanggal tidak boleh sebelum tahap ini ditutup, yaitu Sabtu, 13 September 2025.',
    ],
  ])('takes no date %s, and keeps what was typed', async (date, said) => {
    const { status, text } = await desk.get(`/mandiri/unduh?nomor=060%2F1&tanggal=${date}`);

    expect(status).toBe(422);
    expect(text).toContain(`<p class="error" id="tanggal-error">${said}</p>`);
    expect(text).toContain('value="060/1"');
  });

  it.each(['', '/unduh'])('says of a phase that is not over when it will be: %s', async (path) => {
    const { status, text } = await desk.get(`/revisi${path}`);

    expect(status).toBe(409);
    expect(text).toContain(
      'Tahap ini belum dibuka. Menurut jadwal, tahap ini ditutup Jumat, 26 September 2025 pukul 23.59 WIB.',
    );
  });

  it('is not there of a phase or a cycle that does not exist, nor for anybody else', async () => {
    const admin = await Browser.of(office.site, dinkes);

    expect((await desk.get('/tidak-ada')).status).toBe(404);
    expect((await desk.get('/tidak-ada/unduh')).status).toBe(404);
    expect((await admin.get(`${page}/mandiri/unduh`)).status).toBe(403);
    expect(
      (await desk.browser.get('/koordinator/kota-lain/berita-acara/mandiri/unduh')).status,
    ).toBe(404);
  });
});
