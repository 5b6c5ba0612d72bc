import { Temporal } from 'temporal-polyfill';
import type { Dossier } from '../../domain/assessment/dossier.js';
import { Desk } from '../../domain/assessment/desk.js';
import { answerGaps, type Gap } from '../../domain/assessment/gaps.js';
import type { Facts, PhaseKind, Task } from '../../domain/cycle.js';
import { Draft } from '../../domain/draft.js';
import type { Instrument } from '../../domain/scoring.js';
import { gapWords, missingWords } from './words.js';

export interface Work {
  readonly facts: Facts;
  readonly dossier: Dossier;
  readonly instrument: Instrument;
}

/** What a unit still has to do for a task that is late. */
export function missingWork(task: Task, kind: PhaseKind, work: Work): string[] {
  if (kind === 'briefing') return [missingWords.briefing];
  const lines = linesOf(task, kind, work);
  return lines.length === 0 ? [missingWords.whole] : lines;
}

function linesOf(task: Task, kind: PhaseKind, { facts, dossier, instrument }: Work): string[] {
  // Read only: neither the time nor anybody's name is written anywhere.
  const now = Temporal.Instant.fromEpochMilliseconds(0);
  const desk = new Desk(dossier, new Draft(facts, now, ''), instrument, now);
  return instrument.indicators
    .filter(({ no, valueSource }) => {
      const isOwn = valueSource === 'evidence' && desk.responsibility(no).lead === task.unit;
      return kind === 'revision' ? task.findings.includes(no) : isOwn;
    })
    .flatMap(({ no, name }) => {
      const lacks = lacking(desk, no, kind);
      const title = desk.responsibility(no).title ?? name;
      return lacks === null ? [] : [missingWords.indicator(no, title, lacks)];
    });
}

/** Null: nothing is left to do about it. */
function lacking(desk: Desk, no: number, kind: PhaseKind): string | null {
  if (desk.nihil(no)?.state === 'approved') return null;
  const answer = desk.answer(no);
  if (kind === 'revision') {
    const isBack = answer?.state === 'revised' || answer?.state === 'reviewed';
    return isBack ? null : missingWords.returned;
  }
  if (!answer) return missingWords.nothing;
  if (answer.state !== 'draft') return null;
  const gaps = answerGaps(desk, no).flatMap(gapText);
  return gaps.length === 0 ? missingWords.notSent : missingWords.lacks(gaps);
}

function gapText({ kind, level }: Gap): string[] {
  if (kind === 'no_evidence' && level !== null) return [missingWords.evidence(level)];
  return [gapWords[kind] ?? []].flat();
}
