import { randomUUID } from 'node:crypto';
import { FinishService } from '../../src/assessment/finish.service.js';
import type { Levels } from '../../src/domain/cycle.js';
import { Office } from '../api/office.js';
import { september, wib } from '../engine/city.js';

const during = { selfAssessment: wib('2025-09-02T09:00'), review: wib('2025-09-16T10:00') };

/** How much there is: `answers` of the units have one each, all but the first with a review that is over. */
export interface Size {
  readonly units: number;
  readonly answers: number;
  /** More for the first unit, which has indicator 1. */
  readonly more: readonly number[];
}

/** A city in its review, which an outage began late, and of which the first unit's is still under way. */
export async function filledCity({ units, answers, more }: Size): Promise<Office> {
  const office = await Office.open(september(units), wib('2025-08-31T07:00'));
  await office.moveTo(during.selfAssessment);
  for (let no = 1; no <= units; no += 1) {
    const own = no <= answers ? [no] : [];
    await finish(office, 'mandiri', no, levels(no === 1 ? [...own, ...more] : own));
  }
  await office.comeBackAt(during.review);
  for (let no = 2; no <= answers; no += 1) await finish(office, 'dokumen', no, {});
  return office;
}

function levels(indicators: readonly number[]): Levels {
  return Object.fromEntries(indicators.map((no) => [String(no), '3']));
}

/** With evidence for each level of each answer, and a verdict on each of them in a review. */
async function finish(office: Office, phase: string, no: number, claims: Levels): Promise<void> {
  const service = office.site.app.get(FinishService, { strict: false });
  const task = { phase, unit: `OPD-${no}`, assessor: phase === 'dokumen' ? 'A1' : null };
  await service.finish('september', 'kota', task, {
    levels: claims,
    findings: [],
    leads: new Map(),
    attachment: { kind: 'link', name: 'Bukti', url: 'https://berkas.test/bukti' },
    newId: randomUUID,
    who: 'kota',
  });
}
