import type {
  AssessmentCommand,
  AssignIndicator,
  AttachEvidence,
  DecideNihil,
  JudgeEvidence,
  ReviewAnswer,
  SaveAnswer,
  SettleDifference,
  WriteComment,
} from '../../../src/domain/assessment/commands/command.js';
import type { Attachment } from '../../../src/domain/assessment/evidence.js';
import type { RevisionReason } from '../../../src/domain/assessment/verdict.js';

export const dinkes = 'admin@dinkes.test';
export const dlh = 'admin@dlh.test';
export const headOfDinkes = 'head@dinkes.test';
export const a1 = 'a1@asesor.test';
export const a2 = 'a2@asesor.test';
export const a3 = 'a3@asesor.test';
export const coordinator = 'koordinator@kota.test';
export const stranger = 'orang@lain.test';

/** A1's review of DINKES. */
export const reviewOfDinkes = 'reviu/DINKES/A1#1';

export function save(indicator: number, more: Partial<SaveAnswer> = {}): SaveAnswer {
  const said = { level: '3', fact: 'Sudah diterapkan.', analysis: 'Sesuai kriteria.' };
  return { do: 'saveAnswer', indicator, version: 0, ...said, ...more };
}

/** Named after its place, `e1-3`, unless it has another id. */
export function attach(
  indicator: number,
  level: number,
  more: Partial<AttachEvidence> = {},
): AttachEvidence {
  const id = `e${indicator}-${level}`;
  const unit = indicator === 3 ? 'DLH' : 'DINKES';
  return { do: 'attachEvidence', id, indicator, level, unit, attachment: pdf(id), ...more };
}

export function pdf(name: string): Attachment {
  return { kind: 'file', name: `${name}.pdf`, sha256: name, size: 10, type: 'application/pdf' };
}

export function link(url: string): Attachment {
  return { kind: 'link', name: 'tautan', url };
}

/** An answer with evidence for each level from 2 up to its own. */
export function complete(indicator: number, level: string): AssessmentCommand[] {
  const levels = Array.from({ length: Math.ceil(Number(level)) - 1 }, (_, index) => index + 2);
  return [save(indicator, { level }), ...levels.map((each) => attach(indicator, each))];
}

export function accept(evidence: string, task = reviewOfDinkes): JudgeEvidence {
  return { do: 'judgeEvidence', task, evidence, judgement: { kind: 'diterima' }, note: '' };
}

export function reject(
  evidence: string,
  reason: RevisionReason = 'tidak_tepat',
  task = reviewOfDinkes,
): JudgeEvidence {
  const judgement = { kind: 'revisi', reason } as const;
  return { do: 'judgeEvidence', task, evidence, judgement, note: `catatan ${evidence}` };
}

export function review(
  indicator: number,
  level: string,
  more: Partial<ReviewAnswer> = {},
): ReviewAnswer {
  const said = { task: reviewOfDinkes, version: 0, note: '', finding: false };
  return { do: 'reviewAnswer', indicator, level, ...said, ...more };
}

export function agree(indicator: number, task = reviewOfDinkes): AssessmentCommand {
  return { do: 'agree', task, indicator };
}

export function settle(indicator: number, level: string): SettleDifference {
  return { do: 'settle', phase: 'reviu', indicator, level, note: 'hasil pleno' };
}

export function askNihil(indicator: number): AssessmentCommand {
  return { do: 'askNihil', indicator, reason: 'bukan kewenangan kota' };
}

export function decideNihil(indicator: number, approved: boolean): DecideNihil {
  return { do: 'decideNihil', indicator, approved, note: 'sesuai perda' };
}

export function withdrawNihil(indicator: number): AssessmentCommand {
  return { do: 'withdrawNihil', indicator };
}

export function talk(indicator: number, more: Partial<WriteComment> = {}): WriteComment {
  const said = { id: 'k1', text: 'Yang mana?', objection: false };
  return { do: 'comment', indicator, ...said, ...more };
}

export function lead(
  indicator: number,
  unit: string | null,
  more: Partial<AssignIndicator> = {},
): AssignIndicator {
  return { do: 'assignIndicator', indicator, lead: unit, supports: [], title: null, ...more };
}

export function external(level: string): AssessmentCommand {
  return { do: 'setExternal', indicator: 4, level, note: 'surat BPS' };
}
