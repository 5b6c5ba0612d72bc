import type { Temporal } from 'temporal-polyfill';
import type { Draft } from '../draft.js';
import type { What } from '../journal.js';
import type { Entry } from '../journal.js';
import { Refusal } from '../refusal.js';
import type { Indicator, Instrument } from '../scoring.js';
import type { Answer } from './answer.js';
import type { Comment, Dossier, Responsibility } from './dossier.js';
import { isPresent, type Evidence } from './evidence.js';
import type { Nihil } from './nihil.js';
import type { ReviewItem } from './review.js';
import type { Verdict } from './verdict.js';

/** The lists of a dossier, and what tells one of their members from another. */
const keys: { readonly [List in keyof Dossier]: (each: Dossier[List][number]) => string } = {
  responsibilities: ({ indicator }) => String(indicator),
  answers: ({ indicator }) => String(indicator),
  evidence: ({ id }) => id,
  nihil: ({ indicator }) => String(indicator),
  reviews: ({ task, indicator }) => `${task} ${indicator}`,
  verdicts: ({ task, evidence }) => `${task} ${evidence}`,
  settlements: ({ phase, indicator }) => `${phase} ${indicator}`,
  externals: ({ indicator }) => String(indicator),
};

type List = keyof Dossier;

type Note = Partial<Pick<Entry, 'phase' | 'unit' | 'assessor' | 'task' | 'from' | 'to' | 'why'>> & {
  readonly facts?: Readonly<Record<string, unknown>>;
};

/**
 * A dossier under change, beside the draft of its cycle: the next rule sees what the one before it decided,
 * and every change is in the journal.
 */
export class Desk {
  private readonly lists: { [Name in List]: Map<string, Dossier[Name][number]> };
  private readonly changed: { [Name in List]: Set<string> };
  private readonly comments: Comment[] = [];

  constructor(
    given: Dossier,
    readonly draft: Draft,
    readonly instrument: Instrument,
    /** When the request came in, which is what decides whether it is in time (rule 8). */
    readonly acceptedAt: Temporal.Instant,
  ) {
    const names = Object.keys(keys) as List[];
    const mapOf = (name: List) =>
      new Map(given[name].map((each) => [(keys[name] as (of: unknown) => string)(each), each]));
    this.lists = Object.fromEntries(names.map((name) => [name, mapOf(name)])) as typeof this.lists;
    this.changed = Object.fromEntries(
      names.map((name) => [name, new Set<string>()]),
    ) as typeof this.changed;
  }

  get dossier(): Dossier {
    return this.picked(() => true);
  }

  /** Only what has changed. */
  get changes(): Dossier & { readonly comments: readonly Comment[] } {
    const changed = this.picked((name, key) => this.changed[name].has(key));
    return { ...changed, comments: this.comments };
  }

  /** @throws Refusal unknown_indicator */
  indicator(no: number): Indicator {
    const indicator = this.instrument.indicators.find((each) => each.no === no);
    if (!indicator) throw new Refusal('unknown_indicator', { indicator: String(no) });
    return indicator;
  }

  responsibility(indicator: number): Responsibility {
    const known = this.lists.responsibilities.get(String(indicator));
    return known ?? { indicator, lead: null, supports: [], title: null };
  }

  ledBy(unit: string): number[] {
    return [...this.lists.responsibilities.values()]
      .filter(({ lead }) => lead === unit)
      .map(({ indicator }) => indicator)
      .sort((a, b) => a - b);
  }

  answer(indicator: number): Answer | null {
    return this.lists.answers.get(String(indicator)) ?? null;
  }

  /** What of it is there now. */
  evidenceOf(indicator: number): Evidence[] {
    return [...this.lists.evidence.values()].filter(
      (each) => each.indicator === indicator && isPresent(each),
    );
  }

  /** @throws Refusal unknown_evidence */
  evidence(id: string): Evidence {
    const evidence = this.lists.evidence.get(id);
    if (!evidence || !isPresent(evidence)) throw new Refusal('unknown_evidence', { evidence: id });
    return evidence;
  }

  nihil(indicator: number): Nihil | null {
    return this.lists.nihil.get(String(indicator)) ?? null;
  }

  review(task: string, indicator: number): ReviewItem | null {
    return this.lists.reviews.get(`${task} ${indicator}`) ?? null;
  }

  reviewsOf(indicator: number): ReviewItem[] {
    return [...this.lists.reviews.values()].filter((each) => each.indicator === indicator);
  }

  verdictsOf(task: string): Verdict[] {
    return [...this.lists.verdicts.values()].filter((each) => each.task === task);
  }

  /** Puts a new or a changed one in its place. */
  set<Name extends List>(name: Name, value: Dossier[Name][number]): void {
    const key = (keys[name] as (of: unknown) => string)(value);
    this.lists[name].set(key, value);
    this.changed[name].add(key);
  }

  addComment(comment: Comment): void {
    this.comments.push(comment);
  }

  record(what: What, indicator: number, { facts = {}, ...note }: Note): void {
    this.draft.record({ what, ...note, facts: { indicator, ...facts } });
  }

  private picked(isWanted: (name: List, key: string) => boolean): Dossier {
    const names = Object.keys(keys) as List[];
    return Object.fromEntries(
      names.map((name) => [
        name,
        [...this.lists[name]].filter(([key]) => isWanted(name, key)).map(([, value]) => value),
      ]),
    ) as unknown as Dossier;
  }
}
