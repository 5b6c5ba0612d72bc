import type { Answer } from '../../../src/domain/assessment/answer.js';
import type { Dossier } from '../../../src/domain/assessment/dossier.js';
import type { Evidence } from '../../../src/domain/assessment/evidence.js';
import type { Figure, Figures } from '../../../src/domain/assessment/figures.js';
import { levelOfItem, type ReviewItem } from '../../../src/domain/assessment/review.js';
import type { Facts, Task } from '../../../src/domain/cycle.js';
import type { Temporal } from 'temporal-polyfill';
import type { Instrument } from '../../../src/domain/scoring.js';

/** A city before or after one request. */
export interface Picture {
  readonly facts: Facts;
  readonly dossier: Dossier;
  readonly figures: Figures;
  readonly entries: number;
}

export interface Change {
  readonly before: Picture;
  readonly after: Picture;
  readonly acceptedAt: Temporal.Instant;
  readonly instrument: Instrument;
  readonly refused: boolean;
}

/** What no request may do, each in words of its own and not in the code's; what it did wrong, or nothing. */
export const promises: Readonly<Record<string, (change: Change) => unknown[]>> = {
  'a request that is refused changes nothing': ({ before, after, refused }) =>
    refused && before !== after ? [after] : [],

  'the claim never changes once it is set': ({ before, after }) =>
    before.dossier.answers.filter(
      ({ indicator, claimed }) =>
        claimed !== null && answerIn(after, indicator)?.claimed !== claimed,
    ),

  'what was sent changes only when it was returned': ({ before, after }) =>
    before.dossier.answers.filter(
      (answer) =>
        answer.claimed !== null &&
        !['returned', 'revising'].includes(answer.state) &&
        contentIn(before, answer.indicator) !== contentIn(after, answer.indicator),
    ),

  'nothing is written out of time': ({ before, after, acceptedAt }) =>
    after.dossier.answers.filter(
      ({ indicator }) =>
        contentIn(before, indicator) !== contentIn(after, indicator) &&
        !before.facts.tasks.some((task) => isWritable(task, acceptedAt)),
    ),

  'evidence is never lost nor overwritten': ({ before, after }) =>
    before.dossier.evidence.filter((piece) => {
      const now = after.dossier.evidence.find(({ id }) => id === piece.id);
      const stays = piece.removedAt === null || piece.removedAt === now?.removedAt;
      return !now || !stays || placeOf(now) !== placeOf(piece);
    }),

  'a level that is set is not above the accepted one': ({ before, after, instrument }) =>
    after.dossier.reviews.filter((item) => {
      const was = before.dossier.reviews.find((each) => sameItem(each, item));
      // Who takes a review over takes over what was said.
      const isNew = was ? was.version !== item.version : item.version === 1;
      return isNew && isTooHigh(item, after, instrument);
    }),

  'a review that finishes has no level above the accepted one': ({ before, after, instrument }) =>
    after.dossier.reviews.filter(
      (item) =>
        isFinished(after, item.task) &&
        !isFinished(before, item.task) &&
        isTooHigh(item, after, instrument),
    ),

  'every index lies between 1 and 5': ({ after }) =>
    [after.figures.klaim, ...otherFigures(after.figures)].filter(
      ({ index, exact, domains, aspects }) =>
        [index, exact, ...Object.values(domains), ...Object.values(aspects)].some(
          (figure) => Number(figure) < 1 || Number(figure) > 5,
        ),
    ),

  'the simulation is never above the claim': ({ after: { figures } }) =>
    Object.entries(figures.simulasi.levels).filter(
      ([no, level]) => !(Number(level) <= Number(figures.klaim.levels[no])),
    ),

  'if all claims hold, it is the verified level or else the claim': ({ after: { figures } }) => {
    const { klaim, terverifikasi, jikaSemuaKlaimDiterima } = figures;
    const expected = { ...klaim.levels, ...terverifikasi.levels };
    return textOf(expected) === textOf(jikaSemuaKlaimDiterima.levels) ? [] : [expected];
  },

  'what is not answered has no level': ({ after: { figures } }) =>
    figures.belumDijawab.filter((no) => figures.klaim.levels[String(no)] !== undefined),

  'what changes is in the journal': ({ before, after }) =>
    isSame(before.dossier, after.dossier) || before.entries < after.entries ? [] : [after.entries],

  'nothing changes when the result is out': ({ before, after }) =>
    isPublished(before) && textOf(before.figures) !== textOf(after.figures)
      ? [before.figures, after.figures]
      : [],
};

export function textOf(value: unknown): string {
  return JSON.stringify(value);
}

export function isPublished({ facts }: Picture): boolean {
  return facts.tasks.some(({ phase, state }) => phase === 'lapor' && state === 'finished');
}

function otherFigures(figures: Figures): Figure[] {
  return [figures.simulasi, figures.terverifikasi, figures.jikaSemuaKlaimDiterima];
}

function answerIn({ dossier }: Picture, no: number): Answer | undefined {
  return dossier.answers.find(({ indicator }) => indicator === no);
}

/** What a unit has written, with what is attached to it. */
function contentIn(picture: Picture, no: number): string {
  const answer = answerIn(picture, no);
  const pieces = presentIn(picture, no).map(({ id }) => id);
  return textOf([answer?.level, answer?.fact, answer?.analysis, answer?.version, pieces]);
}

/** What of a piece of evidence is there for good. */
function placeOf({ indicator, level, unit, series, version, attachment }: Evidence): string {
  return textOf([indicator, level, unit, series, version, attachment]);
}

/** What has changed is another object. */
function isSame(before: Dossier, after: Dossier): boolean {
  const [was, is] = [before, after].map((each) => Object.values(each).flat() as unknown[]);
  return was?.length === is?.length && (was ?? []).every((part, at) => part === is?.[at]);
}

function presentIn({ dossier }: Picture, no: number): Evidence[] {
  return dossier.evidence.filter((each) => each.indicator === no && each.removedAt === null);
}

function isWritable({ phase, state, deadline }: Task, at: Temporal.Instant): boolean {
  const isOpen = state !== 'finished' && state !== 'cancelled';
  const isInTime = at.epochMilliseconds < deadline.epochMilliseconds;
  return ['isi', 'revisi'].includes(phase) && isOpen && isInTime;
}

function sameItem(a: ReviewItem, b: ReviewItem): boolean {
  return a.task === b.task && a.indicator === b.indicator;
}

function isFinished({ facts }: Picture, id: string): boolean {
  return facts.tasks.some((task) => task.id === id && task.state === 'finished');
}

function isTooHigh(item: ReviewItem, picture: Picture, instrument: Instrument): boolean {
  const level = Number(levelOfItem(item) ?? '1');
  return level > carriedBy(item, picture, instrument);
}

/** The highest level such that each one up to it is accepted, or covered by one that is. */
function carriedBy({ task, indicator: no }: ReviewItem, picture: Picture, instrument: Instrument) {
  const accepted = new Set(
    picture.dossier.verdicts
      .filter((each) => each.task === task && each.judgement.kind === 'diterima')
      .map(({ evidence }) => evidence),
  );
  const holds = (level: number): boolean => {
    const pieces = presentIn(picture, no).filter((each) => each.level === level);
    return pieces.length > 0 && pieces.every(({ id }) => accepted.has(id));
  };
  const covers = (level: number): boolean =>
    instrument.indicators
      .find((each) => each.no === no)
      ?.levels.some((each) => each.level === level && each.coversLower) ?? false;
  const isCarried = (top: number): boolean =>
    [2, 3, 4, 5]
      .filter((level) => level <= top)
      .every((level) =>
        [level, level + 1, level + 2, level + 3].some(
          (by) => by <= top && holds(by) && (by === level || covers(by)),
        ),
      );
  return Math.max(...[1, 2, 3, 4, 5].filter(isCarried));
}
