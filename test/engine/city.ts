import { Temporal } from 'temporal-polyfill';
import type { Blueprint } from '../../src/domain/commands/adopt-blueprint.js';
import type { PhasePlan } from '../../src/domain/cycle.js';
import { everybody, unit } from '../domain/people.js';

export function wib(local: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Jakarta').toInstant();
}

export const selfAssessment: PhasePlan = {
  code: 'mandiri',
  title: 'Penilaian mandiri',
  kind: 'self-assessment',
  opens: '2025-09-01',
  closes: '2025-09-12',
  reminders: ['H-7', 'H-3', 'H-1', 'H', 'H+1', 'H+3'],
  requires: [],
  units: null,
};

export const review: PhasePlan = {
  code: 'dokumen',
  title: 'Penilaian dokumen',
  kind: 'review',
  opens: '2025-09-15',
  closes: '2025-09-19',
  reminders: ['H-3', 'H', 'H+1'],
  requires: ['every-unit-has-an-assessor'],
  units: null,
};

export const report: PhasePlan = {
  code: 'laporan',
  title: 'Pelaporan',
  kind: 'report',
  opens: '2025-09-15',
  closes: '2025-09-26',
  reminders: ['H-7', 'H'],
  requires: [],
  units: null,
};

/** September of a small city: units without anybody's help, reviewed by one assessor. */
export function september(units: number, phases = [selfAssessment, review, report]): Blueprint {
  const codes = Array.from({ length: units }, (_, index) => `OPD-${index + 1}`);
  const plan = {
    code: 'september',
    title: 'SPBE September',
    zone: 'Asia/Jakarta',
    sendAt: '08:00',
    instrument: 'spbe-2020',
    target: '4.00',
    holidays: [],
    jointLeave: true,
    escalateFrom: 'H+3',
    escalation: [],
    history: [],
  };
  const people = everybody({
    units: codes.map((code) => unit(code)),
    assessors: [
      { code: 'A1', name: 'Asesor Satu', email: 'a1@asesor.test', unit: null, retired: false },
    ],
    assignments: codes.map((code) => ({ assessor: 'A1', unit: code })),
  });
  return { plan, phases, people };
}
