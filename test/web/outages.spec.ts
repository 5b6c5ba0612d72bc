import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
