import type { Temporal } from 'temporal-polyfill';

export type What =
  | 'cycle'
  | 'phase'
  | 'task'
  | 'rescheduled'
  | 'deadline'
  | 'extended'
  | 'overridden'
  | 'unit-added'
  | 'unit-retired'
  | 'admins-replaced'
  | 'assigned'
  | 'unassigned'
  | 'published'
  | 'result-imported'
  | 'public-result'
  | 'settings'
  | 'people'
  | 'bounced'
  | 'failed'
  | 'resent'
  | 'mail-tested'
  | 'nudged'
  | 'answer'
  | 'answer-saved'
  | 'answer-reviewed'
  | 'evidence-attached'
  | 'evidence-removed'
  | 'evidence-judged'
  | 'nihil'
  | 'settled'
  | 'commented'
  | 'indicator-assigned'
  | 'external-set'
  | 'review-handed-over'
  | 'units-chosen'
  | 'extension-request'
  | 'version'
  | 'webhook'
  | 'outage'
  | 'anonymised';

/** Rule 19: when it was due, when it happened, who, what, from, to, why. */
export interface Entry {
  readonly due: Temporal.Instant;
  readonly recorded: Temporal.Instant;
  /** A person, or `siklus` for what the calendar did. */
  readonly who: string;
  readonly what: What;
  readonly phase: string | null;
  readonly unit: string | null;
  readonly assessor: string | null;
  readonly task: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly why: string | null;
  /** Whatever else a reader, or the planner of notices, has to know. */
  readonly facts: Readonly<Record<string, unknown>>;
}

type Blank = 'phase' | 'unit' | 'assessor' | 'task' | 'from' | 'to' | 'why' | 'facts';

/** An entry whose unnamed fields are empty. */
export function entry(given: Omit<Entry, Blank> & Partial<Pick<Entry, Blank>>): Entry {
  return {
    phase: null,
    unit: null,
    assessor: null,
    task: null,
    from: null,
    to: null,
    why: null,
    facts: {},
    ...given,
  };
}

export const calendarItself = 'siklus';
