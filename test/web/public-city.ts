import { get } from 'node:http';
import { DataSource } from 'typeorm';
import { Office } from '../api/office.js';
import { coordinator, dinkes, during, smallCity } from '../api/small-city.js';
import { judge, lead, submit } from '../api/work.js';
import { assessor } from '../domain/people.js';
import { Browser } from './browser.js';

export const publicPath = '/hasil/kota-kecil';
export const publicDesk = '/koordinator/kota-kecil/hasil-publik';
export const html = { accept: 'text/html' };
export const hostileTitle = `Kota <script>alert("x")</script> & 'kecil'`;

const reviewer = 'asr-91@asesor.test';
/** Unlike those of the small city they are not what aspects are called by as well. */
const assessors = [assessor('ASR-91', 'DLH'), assessor('ASR-92', null)];
const assignments = [
  { assessor: 'ASR-91', unit: 'DINKES' },
  { assessor: 'ASR-92', unit: 'DLH' },
  { assessor: 'ASR-92', unit: 'DINSOS' },
];
const history = [
  { year: 2022, cycle: 'kota-lain' },
  { year: 2023, instrument: 'pemdi-2026', index: '2.10' },
  { year: 2024, instrument: 'spbe-2020', index: '1.01' },
];

/** A city in its report: levels 3 and 2 were verified, a claim of 4 was not, and nothing is published. */
export class PublicCity {
  private constructor(
    readonly office: Office,
    readonly boss: Browser,
    /** Names, addresses and codes of everybody, and what was written that is nobody else's. */
    readonly secrets: readonly string[],
  ) {}

  static async open(): Promise<PublicCity> {
    const city = smallCity({ assessors, assignments });
    const plan = { ...city.plan, title: hostileTitle, target: '4.00', history };
    const office = await Office.open({ ...city, plan }, during.beginning);
    await lived(office);
    const boss = new Browser(office.site);
    await boss.signInByLink(coordinator);
    const { coordinators, units } = city.people;
    const heads = units.flatMap(({ head }) => (head ? [head] : []));
    const people = [...coordinators, ...assessors, ...heads, ...units.flatMap((of) => of.admins)];
    const written = ['Bukti level', 'berkas.test', 'Bukan dokumennya', 'Catatan rahasia'];
    return new PublicCity(office, boss, [
      ...people.flatMap(({ name, email }) => [name, email]),
      ...assessors.map(({ code }) => code),
      ...[...written, 'Sudah diterapkan', 'Sesuai kriteria', 'Ditunggu warga'],
    ]);
  }

  get db(): DataSource {
    return this.office.site.app.get(DataSource);
  }

  async answerTo(address: string, headers: Record<string, string> = html) {
    const response = await this.office.site.fetch(address, { headers });
    return {
      status: response.status,
      headers: response.headers,
      text: await response.text(),
    };
  }

  /** As a browser asks that has kept something: `fetch` would ask caches to step aside. */
  statusFor(address: string, tag: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const headers = { 'if-none-match': tag };
      get(`${this.office.site.url}${address}`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });
  }

  /** As the form of the page does. */
  order(shown: 'yes' | 'no', reason: string): Promise<Response> {
    return this.boss.submit(publicDesk, publicDesk, { shown, reason });
  }

  close(): Promise<void> {
    return this.office.close();
  }
}

async function lived(office: Office): Promise<void> {
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 11: 'DINKES', 5: 'DINSOS' });
  await office.moveTo(during.selfAssessment);
  const message = { text: 'Catatan rahasia dari admin.' };
  await office.done(dinkes, 'POST', '/indicators/1/comments', message);
  await submit(office, 'DINKES', { 1: 4, 11: 2 });
  await submit(office, 'DINSOS', { 5: 4 });
  await office.moveTo(during.review);
  await judge(office, { by: reviewer, unit: 'DINKES', no: 1, level: 3 });
  await judge(office, { by: reviewer, unit: 'DINKES', no: 11, level: 2 });
  await office.done(reviewer, 'POST', '/finish', { phase: 'dokumen', unit: 'DINKES' });
  await office.moveTo(during.report);
}
