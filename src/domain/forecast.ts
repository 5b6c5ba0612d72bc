import type { Temporal } from 'temporal-polyfill';
import { advance } from './advance.js';
import type { Facts } from './cycle.js';
import { daysLeft } from './days-left.js';
import { Draft } from './draft.js';
import { earliest } from './instants.js';
import { calendarItself, type Entry } from './journal.js';
import { mailsOf, type Mail } from './mails.js';
import type { Notice } from './notice.js';
import { KnownOccurrences } from './occurrences.js';
import { planNotices } from './plan-notices.js';
import { sendable } from './sendable.js';
import { nextDue } from './timeline.js';

/** What happens at one due instant. */
export interface Step {
  readonly at: Temporal.Instant;
  readonly journal: readonly Entry[];
  readonly mails: readonly ForecastMail[];
  /** As they are afterwards. */
  readonly facts: Facts;
}

export interface ForecastMail extends Mail {
  readonly notices: readonly CountedNotice[];
}

export interface CountedNotice extends Notice {
  /** On the day it is sent; null for notices that do not count days. */
  readonly daysLeft: number | null;
}

/** While a cycle is paused nothing goes; of this it is forecast what would (rule 17). */
export function asIfRunning(facts: Facts): Facts {
  return { ...facts, cycle: { ...facts.cycle, state: 'active' } };
}

/** What people do meanwhile: when next, and what then. */
export interface Meanwhile {
  readonly next: (facts: Facts, after: Temporal.Instant) => Temporal.Instant | null;
  readonly act: (draft: Draft) => void;
}

const nothing: Meanwhile = { next: () => null, act: () => undefined };

/**
 * What comes after an instant if nobody does anything else, one due instant after the other: the rules of the
 * tick, without a database.
 */
export function* forecast(
  facts: Facts,
  after: Temporal.Instant,
  meanwhile = nothing,
  known = new KnownOccurrences(),
): Generator<Step> {
  let present = facts;
  let last = after;
  for (;;) {
    const due = [nextDue(present, last, known), meanwhile.next(present, last)];
    const at = earliest(due.filter((each) => each !== null));
    if (at === null) return;
    const draft = new Draft(present, at, calendarItself);
    advance(draft);
    meanwhile.act(draft);
    present = draft.facts;
    const { journal } = draft.decision();
    const planned = planNotices(present, { after: last, until: at, news: journal }, known);
    const notices = sendable(planned, present, at);
    const order = present.phases.map(({ code }) => code);
    const mails = mailsOf(notices, order).map((mail) => counted(mail, present, at));
    yield { at, journal, mails, facts: present };
    last = at;
  }
}

function counted(mail: Mail, { tasks, cycle }: Facts, at: Temporal.Instant): ForecastMail {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const notices = mail.notices.map((notice) => {
    const task = byId.get(notice.task ?? '') ?? null;
    return { ...notice, daysLeft: daysLeft(notice.kind, task, at, cycle.zone) };
  });
  return { ...mail, notices };
}
