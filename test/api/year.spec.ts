import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadCycle } from '../../src/cycle/cycle-file.js';
import type { Blueprint } from '../../src/domain/commands/adopt-blueprint.js';
import type { People } from '../../src/domain/people.js';
import { loadPeople } from '../../src/people/people-file.js';
import { ConfigFolder } from '../../src/platform/config-folder.js';
import { readSettings } from '../../src/platform/settings.js';
import { JournalCheckService } from '../../src/cycle/journal-check.service.js';
import { wib } from '../engine/city.js';
import { Office } from './office.js';
import { claimed, findings, reviewed, rechecked } from './year-2025.js';

const coordinator = 'koordinator@dinkominfo.example.test';

const folder = new ConfigFolder(readSettings({}).configFolder);
const blueprint: Blueprint = {
  ...loadCycle(folder, 'spbe-2025'),
  people: loadPeople(folder, 'pekalongan'),
};
const { people } = blueprint;

let office: Office;

beforeAll(async () => {
  office = await Office.open(blueprint, wib('2025-06-01T07:00'));
});

afterAll(() => office.close());

function adminOf(unit: string, { units }: People = people): string {
  const email = units.find(({ code }) => code === unit)?.admins[0]?.email;
  if (email === undefined) throw new Error(`${unit} has no admin`);
  return email;
}

function assessorOf(unit: string): string {
  const { assessor } = people.assignments.find((each) => each.unit === unit) ?? {};
  return people.assessors.find(({ code }) => code === assessor)?.email ?? '';
}

async function assign(): Promise<void> {
  for (const [unit, levels] of Object.entries(claimed)) {
    for (const no of Object.keys(levels)) {
      await office.done(coordinator, 'PUT', `/indicators/${no}`, { lead: unit });
    }
  }
  await office.done(coordinator, 'POST', '/finish', { phase: 'penetapan' });
}

async function answer(unit: string, no: string, level: string): Promise<void> {
  const admin = adminOf(unit);
  for (let proven = 2; proven <= Number(level); proven += 1) {
    const link = { unit, level: proven, name: `Bukti ${proven}`, url: 'https://berkas.test/1' };
    await office.done(admin, 'POST', `/indicators/${no}/links`, link);
  }
  const text = { fact: 'Sudah diterapkan.', analysis: 'Sesuai kriteria.' };
  await office.done(admin, 'PUT', `/indicators/${no}/answer`, { version: 0, level, ...text });
}

async function selfAssess(): Promise<void> {
  for (const [unit, levels] of Object.entries(claimed)) {
    for (const [no, level] of Object.entries(levels)) await answer(unit, no, level);
  }
  for (const { code } of people.units) {
    await office.done(adminOf(code), 'POST', '/finish', { phase: 'penilaian-mandiri', unit: code });
  }
}

interface SheetJson {
  readonly answer: { readonly version: number };
  readonly evidence: readonly {
    readonly id: string;
    readonly level: number;
    readonly removedAt: string | null;
  }[];
  readonly reviews: readonly { readonly item: { readonly version: number } | null }[];
}

/** What stands above the level that is verified was not the right evidence. */
async function judge(unit: string, no: string, level: string): Promise<void> {
  const assessor = assessorOf(unit);
  const { evidence, reviews } = await office.done<SheetJson>(assessor, 'GET', `/indicators/${no}`);
  const review = `/reviews/penilaian-dokumen/${unit}`;
  for (const { id, level: of } of evidence.filter(({ removedAt }) => removedAt === null)) {
    const verdict =
      of <= Number(level)
        ? { verdict: 'diterima' }
        : { verdict: 'revisi', reason: 'tidak_tepat', note: 'Bukan dokumen yang diminta.' };
    await office.done(assessor, 'PUT', `${review}/evidence/${id}`, verdict);
  }
  await office.done(assessor, 'PUT', `${review}/indicators/${no}`, {
    version: reviews[0]?.item?.version ?? 0,
    level,
    finding: findings.includes(Number(no)),
  });
}

async function review(): Promise<void> {
  for (const [unit, levels] of Object.entries(claimed)) {
    const [lower, agreed] = [Object.keys(levels).filter(isLowered), Object.keys(levels)];
    const rest = agreed.filter((no) => !lower.includes(no)).map(Number);
    const path = `/reviews/penilaian-dokumen/${unit}/agree`;
    await office.done(assessorOf(unit), 'POST', path, { indicators: rest });
    for (const no of lower) await judge(unit, no, reviewed[no] ?? '');
  }
  for (const { code } of people.units) {
    const body = { phase: 'penilaian-dokumen', unit: code };
    await office.done(assessorOf(code), 'POST', '/finish', body);
  }
}

function isLowered(no: string): boolean {
  return reviewed[no] !== undefined;
}

async function revise(): Promise<void> {
  const units = new Set<string>();
  for (const no of findings) {
    const [unit = ''] = Object.entries(claimed).find(([, levels]) => `${no}` in levels) ?? [];
    units.add(unit);
    const admin = adminOf(unit);
    const sheet = await office.done<SheetJson>(admin, 'GET', `/indicators/${no}`);
    for (const { id } of sheet.evidence.filter(({ level }) => level > Number(reviewed[no]))) {
      const link = { name: 'Bukti yang benar', url: 'https://berkas.test/2' };
      await office.done(admin, 'PUT', `/evidence/${id}/link`, link);
    }
    const text = { fact: 'Dilengkapi.', analysis: 'Sesuai catatan asesor.' };
    const { version } = sheet.answer;
    const level = claimed[unit]?.[no] ?? '';
    await office.done(admin, 'PUT', `/indicators/${no}/answer`, { version, level, ...text });
  }
  for (const unit of units) {
    await office.done(adminOf(unit), 'POST', '/finish', { phase: 'revisi-dokumen', unit });
  }
  for (const [no, level] of Object.entries(rechecked)) {
    const [unit = ''] = Object.entries(claimed).find(([, levels]) => no in levels) ?? [];
    await judge(unit, no, level);
  }
}

const indexes = (figures: Record<string, { index?: string; exact?: string }>) =>
  ['klaim', 'simulasi', 'terverifikasi', 'jikaSemuaKlaimDiterima'].map(
    (name) => figures[name]?.exact,
  );

/** Two decimals by hand: see year-2025.ts. */
describe('a year of 40 units through the API', () => {
  it('ends in the index that was worked out by hand, which can be traced and recomputed', async () => {
    await office.moveTo(wib('2025-06-10T09:00'));
    await assign();
    await office.moveTo(wib('2025-09-08T09:00'));
    await selfAssess();
    const afterClaims = await office.done<object>(coordinator, 'GET', '/figures');
    await office.moveTo(wib('2025-10-08T09:00'));
    await review();
    const afterReview = await office.done<object>(coordinator, 'GET', '/figures');
    await office.moveTo(wib('2025-11-10T09:00'));
    await revise();
    await office.moveTo(wib('2025-12-10T09:00'));
    await office.done(coordinator, 'POST', '/finish', { phase: 'pelaporan' });
    const { result } = await office.done<{ result: PublishedJson }>(coordinator, 'GET', '/result');

    expect(indexes(afterClaims as never)).toEqual(['4.0810', '1.0000', '1.0000', '4.0810']);
    expect(indexes(afterReview as never)).toEqual(['4.0810', '3.9035', '3.9035', '3.9035']);
    expect(result.frozen.published).toMatchObject({
      index: '3.98',
      exact: '3.9835',
      predikat: 'Sangat Baik',
    });
    expect(result.holds).toBe(true);
    expect(await journalProblems()).toEqual([]);
  });
});

interface PublishedJson {
  readonly holds: boolean;
  readonly frozen: { readonly published: object };
}

async function journalProblems() {
  const check = office.site.app.get(JournalCheckService, { strict: false });
  return (await check.verify('spbe-2025')).flaws;
}
