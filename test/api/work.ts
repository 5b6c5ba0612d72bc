import type { Finding } from '../../src/domain/assessment/verdict.js';
import type { Answer } from '../../src/domain/assessment/answer.js';
import type { Evidence } from '../../src/domain/assessment/evidence.js';
import type { ReviewItem } from '../../src/domain/assessment/review.js';
import type { Office } from './office.js';
import { coordinator } from './small-city.js';

/** A sheet as JSON. */
export interface SheetJson {
  readonly answer: Answer | null;
  readonly supported: number;
  readonly evidence: readonly Evidence[];
  readonly nihil: { readonly state: string } | null;
  readonly verified: string | null;
  readonly reviews: readonly {
    readonly assessor: string;
    readonly finished: boolean;
    readonly item: ReviewItem | null;
    readonly findings: readonly Finding[];
    readonly reached: number;
    readonly changed: boolean;
  }[];
}

export interface Refused {
  readonly code: string;
  readonly detail: Readonly<Record<string, string>>;
  readonly missing?: readonly object[];
}

export const words = { fact: 'Sudah diterapkan.', analysis: 'Sesuai kriteria.' };

/** The first admin, by the addresses of the small city. */
export function adminOf(unit: string): string {
  return `admin@${unit.toLowerCase()}.test`;
}

export async function lead(office: Office, leads: Readonly<Record<number, string>>): Promise<void> {
  for (const [no, unit] of Object.entries(leads)) {
    await office.done(coordinator, 'PUT', `/indicators/${no}`, { lead: unit });
  }
}

export function sheet(office: Office, email: string, no: number): Promise<SheetJson> {
  return office.done<SheetJson>(email, 'GET', `/indicators/${no}`);
}

export async function link(
  office: Office,
  { unit, no, level }: { unit: string; no: number; level: number },
): Promise<string> {
  const body = { unit, level, name: `Bukti level ${level}`, url: `https://berkas.test/${level}` };
  const path = `/indicators/${no}/links`;
  const { id } = await office.done<{ id: string }>(adminOf(unit), 'POST', path, body);
  return id;
}

/** A draft of everything that the level needs. */
export async function write(
  office: Office,
  { unit, no, level }: { unit: string; no: number; level: number },
): Promise<void> {
  for (let proven = 2; proven <= level; proven += 1)
    await link(office, { unit, no, level: proven });
  const { answer } = await sheet(office, adminOf(unit), no);
  const body = { version: answer?.version ?? 0, level: String(level), ...words };
  await office.done(adminOf(unit), 'PUT', `/indicators/${no}/answer`, body);
}

export function finish(office: Office, email: string, phase: string, unit?: string) {
  return office.ask<Refused | null>(email, 'POST', '/finish', { phase, ...(unit && { unit }) });
}

/** Every one of some answers, and the unit's task with them. */
export async function submit(
  office: Office,
  unit: string,
  levels: Readonly<Record<number, number>>,
): Promise<void> {
  for (const [no, level] of Object.entries(levels)) {
    await write(office, { unit, no: Number(no), level });
  }
  await office.done(adminOf(unit), 'POST', '/finish', { phase: 'mandiri', unit });
}

export interface Opinion {
  readonly by: string;
  readonly unit: string;
  readonly no: number;
  readonly level: number;
  readonly finding?: boolean;
}

/** Accepts the evidence up to the level, and asks for better above it. */
export async function judge(office: Office, opinion: Opinion): Promise<void> {
  const { by, unit, no, level } = opinion;
  const { evidence } = await sheet(office, by, no);
  for (const { id, level: of } of evidence.filter(({ removedAt }) => removedAt === null)) {
    const verdict = of <= level ? accepted : refused;
    await office.done(by, 'PUT', `/reviews/dokumen/${unit}/evidence/${id}`, verdict);
  }
  const answer = await setLevel(office, opinion);
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
}

export const accepted = { verdict: 'diterima' };
export const refused = { verdict: 'revisi', reason: 'tidak_tepat', note: 'Bukan dokumennya.' };

export async function setLevel(office: Office, { by, unit, no, level, finding }: Opinion) {
  const { reviews } = await sheet(office, by, no);
  const own = reviews.find(({ assessor }) => `${assessor.toLowerCase()}@asesor.test` === by);
  const body = {
    version: own?.item?.version ?? 0,
    level: String(level),
    finding: finding ?? false,
  };
  return office.ask<Refused & SheetJson>(
    by,
    'PUT',
    `/reviews/dokumen/${unit}/indicators/${no}`,
    body,
  );
}
