import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SmtpTransport } from '../../src/notice/smtp.transport.js';
import { Office } from '../api/office.js';
import { coordinator, during, smallCity } from '../api/small-city.js';
import { wib } from '../engine/city.js';
import { OfficeDesk } from './office-desk.js';

const page = '/koordinator/kota-kecil';

let office: Office;
let desk: OfficeDesk;

beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.selfAssessment);
  desk = await OfficeDesk.open(office, coordinator, page);
});

afterAll(() => office.close());

async function plain(path: string): Promise<string> {
  const { text } = await desk.get(path);
  return text.replace(/(<[^>]*>|\s)+/g, ' ');
}

describe('the report of outages', () => {
  it('is empty, and nothing points to it, as long as there was none', async () => {
    expect(await plain('/gangguan')).toContain('Belum pernah ada gangguan.');
    expect(await plain('')).not.toContain('gangguan layanan');
  });

  it('names each boundary that was crossed late, with when it was due', async () => {
    await office.comeBackAt(wib('2025-09-13T09:00'));

    const shown = await plain('/gangguan');

    expect(shown).toContain('mandiri Dinas DLH Terlewat Sabtu, 13 September 2025 pukul 00.00 WIB');
    expect(shown).toMatch(/mandiri Seluruh tahap Selesai Sabtu, 13 September 2025 pukul 00\.00/);
    expect(shown).toContain('Dicatat');
  });

  it('is pointed to from the overview for a week', async () => {
    expect(await plain('')).toContain('Ada gangguan layanan dalam tujuh hari terakhir.');

    await office.moveTo(wib('2025-09-20T10:00'));

    expect(await plain('')).not.toContain('Ada gangguan layanan');
    expect(await plain('/gangguan')).toContain('Seluruh tahap');
  });
});

/** From a moment on, with everything that falls due and every attempt until then. */
async function server(mood: 'up' | 'down', moment: string): Promise<void> {
  await office.moveTo(wib(moment));
  await office.site.catcher.set(mood);
  // A pooled connection that has just been closed would be one more attempt.
  office.site.app.get(SmtpTransport, { strict: false }).reconnect();
}

/** An overdue review of each unit goes on the 22nd, with its head as cc; one mail to the coordinator on the 29th. */
describe('the hours without a mail server', () => {
  it('are none as long as no mail waited', async () => {
    expect(await plain('/gangguan')).toContain('Tidak ada surel yang tertahan lebih dari 15 menit');
  });

  it('begin with the first attempt that failed, and show what the server answers', async () => {
    await server('down', '2025-09-22T07:00');
    await office.moveTo(wib('2025-09-22T09:00'));

    expect(await plain('/gangguan')).toMatch(
      /Senin, 22 September 2025 pukul 08\.00 WIB Masih berlangsung 3 masih menunggu connect ECONNREFUSED/,
    );
  });

  it('are over when the last mail has gone, and count those that did not', async () => {
    await server('up', '2025-09-22T11:00');
    await office.moveTo(wib('2025-09-22T13:00'));

    expect(await plain('/gangguan')).toContain(
      'Senin, 22 September 2025 pukul 08.00 WIB Senin, 22 September 2025 pukul 11.03 WIB 3 terlambat terkirim –',
    );
  });

  it('are told apart when one day follows another, the newest first', async () => {
    await server('down', '2025-09-29T07:00');
    await office.moveTo(wib('2025-09-30T12:00'));

    const shown = await plain('/gangguan');

    expect(shown.indexOf('29 September 2025 pukul 08.00')).toBeGreaterThan(0);
    expect(shown).toMatch(/1 gagal atau ditolak connect ECONNREFUSED/);
    expect(shown.indexOf('29 September')).toBeLessThan(shown.indexOf('22 September 2025 pukul 11'));
  });

  it('lead to the mails', async () => {
    const { text } = await desk.get('/gangguan');

    expect(text).toMatch(/\/surat\?status=unreached" ?>1 gagal atau ditolak</);
  });

  it('say so in English, too', async () => {
    await desk.browser.get('/bahasa/en');

    expect(await plain('/gangguan')).toContain('3 delivered late');
  });
});
