import { DataSource } from 'typeorm';
import { EarlierResults } from '../../src/assessment/earlier/earlier-results.service.js';
import { anonymiseIn, type AnonymiseRequest } from '../../src/commands/anonymise/anonymise.js';
import { looking } from '../../src/commands/only-looked.js';
import { verifyJournals, type JournalReport } from '../../src/commands/verify-journal.js';
import { SETTINGS, type Settings } from '../../src/platform/settings.js';
import { asked, grant } from '../api/extending.js';
import { Office } from '../api/office.js';
import { a1, a2, coordinator, dinkes, dlh, during, smallCity } from '../api/small-city.js';
import { allRows } from '../api/tables.js';
import { pdf, upload } from '../api/uploading.js';
import { judge, lead, submit } from '../api/work.js';
import { assessor, unit } from '../domain/people.js';
import { Browser } from '../web/browser.js';

export const siti = { name: 'Siti Rahayu, S.Kom.', email: dinkes };
/** One word, which is a part of other words too. */
const budi = { name: 'Budi', email: coordinator };
/** Two people of one name. */
export const sri = 'Sri Wahyuni';

export const why = 'Permintaan penghapusan 12/2026';

/** A year in which people do whatever leaves a trace of them. */
export class TracedCity {
  private constructor(readonly office: Office) {}

  static async open(): Promise<TracedCity> {
    const people = {
      coordinators: [budi],
      units: [
        unit('DINKES', { admins: [siti] }),
        unit('DLH', { admins: [{ name: sri, email: dlh }] }),
        unit('DINSOS'),
      ],
      assessors: [assessor('A1', 'DLH'), { ...assessor('A2', null), name: sri }],
    };
    const office = await Office.open(smallCity(people), during.beginning);
    await leaveTraces(office);
    return new TracedCity(office);
  }

  /** As of the office's own clock. */
  anonymise(email: string, request: Partial<AnonymiseRequest> = {}): Promise<string[]> {
    const asked = { why, by: 'operator uji', ...request };
    return looking(() => anonymiseIn(this.office.site.app, email, asked));
  }

  get settings(): Settings {
    const settings = this.office.site.app.get<Settings>(SETTINGS, { strict: false });
    return { ...settings, production: true };
  }

  verified(): Promise<JournalReport> {
    return verifyJournals(this.settings, this.office.cycle);
  }

  async query<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.office.site.app.get(DataSource).query<T[]>(sql, values);
  }

  /** As somebody does who may change the database: in one transaction. */
  async tamper(sql: string, values: unknown[] = []): Promise<void> {
    await this.office.site.app.get(DataSource).transaction(async (tx) => {
      await tx.query(`SET LOCAL siklus.anonymising = 'yes'`);
      await tx.query(sql, values);
    });
  }

  /** Every table that says it, in whatever letters. */
  async tablesWith(text: string): Promise<string[]> {
    const rows = Object.entries(await allRows(this.office.site.app));
    const tokens = await this.query<object>('SELECT * FROM api_token');
    const events = await this.query<object>('SELECT * FROM token_event');
    const all = [...rows, ['api_token', tokens], ['token_event', events]] as const;
    const says = (row: unknown) => JSON.stringify(row).toLowerCase().includes(text.toLowerCase());
    return all.filter(([, found]) => found.some(says)).map(([table]) => table);
  }
}

async function leaveTraces(office: Office): Promise<void> {
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 2: 'DLH' });
  await importYear(office);
  await office.moveTo(during.selfAssessment);
  const file = { name: `Surat ${siti.name}.pdf`, content: await pdf('bukti') };
  await upload(office, { unit: 'DINKES', no: 1, level: 2, ...file });
  await grant(office, coordinator, await asked(office), '2025-09-17', `Baik, Bu ${siti.name}.`);
  await comment(office, dinkes, 'Menurut SITI@X.TEST dan Budiman sudah lengkap.');
  await comment(office, coordinator, `Terima kasih, Bu ${siti.name}; salam dari ${sri}.`);
  await submit(office, 'DINKES', { 1: 2 });
  await submit(office, 'DLH', { 2: 2 });
  await office.moveTo(during.review);
  await judge(office, { by: a1, unit: 'DINKES', no: 1, level: 2 });
  await judge(office, { by: a2, unit: 'DLH', no: 2, level: 2 });
  for (const email of [dinkes, coordinator]) await new Browser(office.site).signInByLink(email);
}

async function comment(office: Office, email: string, text: string): Promise<void> {
  await office.done(email, 'POST', '/indicators/1/comments', { text, objection: false });
}

async function importYear({ site, cycle }: Office): Promise<void> {
  const lines = Array.from({ length: 47 }, (_, at) => `${at + 1};3;"dinilai ${siti.name}"`);
  const bytes = Buffer.from(['No;Tingkat terverifikasi;Catatan', ...lines].join('\n'));
  const form = { year: '2023', instrument: 'spbe-2020', index: '3.00', predikat: 'Baik' };
  const consent = { differs: `menurut ${siti.name}`, replaces: '' };
  const file = { name: 'hasil.csv', bytes };
  const earlier = site.app.get(EarlierResults, { strict: false });
  await earlier.takeAs(cycle, dinkes, { form, file, consent });
}
