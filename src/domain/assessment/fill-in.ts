import type { Levels, PhaseKind, Task } from '../cycle.js';
import { claimOf } from './answer.js';
import { assignIndicator, setExternal } from './commands/assign-indicator.js';
import { attachEvidence } from './commands/evidence.js';
import { judgeEvidence, reviewAnswer } from './commands/judge.js';
import { saveAnswer } from './commands/save-answer.js';
import { settle } from './commands/settle.js';
import type { Desk } from './desk.js';
import type { Attachment } from './evidence.js';
import { sentBy } from './finishing.js';
import { hundredthsOf } from '../hundredths.js';
import { wholeLevels } from './levels.js';
import { levelOfItem } from './review.js';
import { verifiedBy } from './verified.js';
import { isResultOut } from './window.js';

/** What a scenario's event says, and what to make up for all that it leaves out. */
export interface Filling {
  readonly levels: Levels;
  readonly findings: readonly number[];
  /** Which unit leads what, as far as later events tell. */
  readonly leads: ReadonlyMap<number, string>;
  readonly attachment: Attachment;
  readonly newId: () => string;
  readonly who: string;
}

/** A level that nobody gave. */
const anyLevel = '3';

/** Scenarios: valid content for whatever the task still lacks, through the same rules that people go through. */
export function fillIn(desk: Desk, kind: PhaseKind, task: Task, filling: Filling): void {
  if (!isResultOut(desk)) fillers[kind](desk, task, filling);
}

const fillers: Readonly<Record<PhaseKind, (desk: Desk, task: Task, filling: Filling) => void>> = {
  assignment: fillLeads,
  briefing: () => undefined,
  'self-assessment': fillAnswers,
  review: fillReview,
  revision: fillRevision,
  report: settleDifferences,
};

function fillLeads(desk: Desk, _: Task, { leads }: Filling): void {
  const units = desk.draft.facts.people.units.filter(({ retired }) => !retired);
  const active = new Set(units.map(({ code }) => code));
  const open = desk.instrument.indicators.filter(
    ({ no, valueSource }) =>
      valueSource === 'evidence' && !active.has(desk.responsibility(no).lead ?? ''),
  );
  for (const [index, { no }] of open.entries()) {
    const known = leads.get(no);
    const next = units[index % units.length]?.code ?? null;
    lead(desk, no, known !== undefined && active.has(known) ? known : next);
  }
}

function fillAnswers(desk: Desk, { unit }: Task, filling: Filling): void {
  for (const [no, level] of Object.entries(filling.levels)) claim(desk, Number(no), level, unit);
  for (const no of desk.ledBy(unit ?? '')) {
    const state = desk.answer(no)?.state ?? 'draft';
    const isNihil = ['asked', 'approved'].includes(desk.nihil(no)?.state ?? '');
    if (state === 'draft' && !isNihil) fillAnswer(desk, no, unit ?? '', filling);
  }
}

/** Whoever claims an indicator leads it, unless another unit has sent an answer already. */
function claim(desk: Desk, indicator: number, level: string, unit: string | null): void {
  if (desk.indicator(indicator).valueSource === 'external') {
    setExternal(desk, { do: 'setExternal', indicator, level, note: '' }, '');
    return;
  }
  const isOpen = (desk.answer(indicator)?.claimed ?? null) === null;
  if (isOpen && desk.responsibility(indicator).lead !== unit) lead(desk, indicator, unit);
}

function fillAnswer(desk: Desk, indicator: number, unit: string, filling: Filling): void {
  const { attachment, newId, who } = filling;
  const present = new Set(desk.evidenceOf(indicator).map(({ level }) => level));
  // All levels: whatever a review verifies later on, there is evidence for it.
  for (const level of wholeLevels().filter((each) => !present.has(each))) {
    const command = { id: newId(), indicator, level, unit, attachment };
    attachEvidence(desk, { do: 'attachEvidence', ...command }, who);
  }
  write(desk, indicator, filling);
}

function write(desk: Desk, indicator: number, { levels, who }: Filling): void {
  const { version = 0, level = null, fact = '', analysis = '' } = desk.answer(indicator) ?? {};
  const content = {
    level: levels[String(indicator)] ?? level ?? anyLevel,
    fact: fact === '' ? 'Sudah diterapkan.' : fact,
    analysis: analysis === '' ? 'Sesuai dengan kriteria level.' : analysis,
  };
  saveAnswer(desk, { do: 'saveAnswer', indicator, version, ...content }, who);
}

function fillReview(desk: Desk, task: Task, filling: Filling): void {
  for (const no of sentBy(desk, task.unit ?? '')) {
    const answer = desk.answer(no);
    const item = desk.review(task.id, no);
    const claim = (answer && claimOf(answer)) ?? anyLevel;
    const level = filling.levels[String(no)] ?? item?.level ?? claim;
    judgeAll(desk, task, no, { verified: Number(level), who: filling.who });
    const said = {
      version: item?.version ?? 0,
      level,
      note: item?.note ?? '',
      finding: filling.findings.includes(no) || (item?.finding ?? false),
    };
    const command = { task: task.id, indicator: no, ...said };
    reviewAnswer(desk, { do: 'reviewAnswer', ...command }, filling.who);
  }
}

function judgeAll(
  desk: Desk,
  { id: task }: Task,
  no: number,
  { verified, who }: { verified: number; who: string },
): void {
  const judged = new Set(desk.verdictsOf(task).map(({ evidence }) => evidence));
  for (const { id: evidence, level } of desk.evidenceOf(no).filter(({ id }) => !judged.has(id))) {
    const judgement =
      level <= Math.ceil(verified)
        ? ({ kind: 'diterima' } as const)
        : ({ kind: 'revisi', reason: 'tidak_tepat' } as const);
    judgeEvidence(desk, { do: 'judgeEvidence', task, evidence, judgement, note: '' }, who);
  }
}

function fillRevision(desk: Desk, { unit }: Task, filling: Filling): void {
  const returned = desk.ledBy(unit ?? '').filter((no) => {
    return ['returned', 'revising'].includes(desk.answer(no)?.state ?? '');
  });
  for (const no of returned) write(desk, no, filling);
}

/** The lower of two levels that assessors could not agree on. */
function settleDifferences(desk: Desk, _: Task, { who }: Filling): void {
  const open = verifiedBy(desk.draft.facts, desk.dossier).filter(({ level }) => level === null);
  for (const { indicator, phase, items } of open) {
    const levels = items.map((each) => levelOfItem(each) ?? '1');
    const [level = '1'] = levels.sort((a, b) => hundredthsOf(a) - hundredthsOf(b));
    settle(desk, { do: 'settle', phase, indicator, level, note: '' }, who);
  }
}

function lead(desk: Desk, indicator: number, unit: string | null): void {
  const { supports, title } = desk.responsibility(indicator);
  assignIndicator(desk, { do: 'assignIndicator', indicator, lead: unit, supports, title });
}
