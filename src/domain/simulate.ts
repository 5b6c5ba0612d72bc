import type { Temporal } from 'temporal-polyfill';
import { advance } from './advance.js';
import { decide } from './commands/decide.js';
import type { Facts } from './cycle.js';
import { daysLeft } from './days-left.js';
import { Draft } from './draft.js';
import { earliest, isAfter } from './instants.js';
import { mailsOf, type Mail } from './mails.js';
import type { Notice } from './notice.js';
import { planNotices } from './plan-notices.js';
import { nextDue, opensAt } from './timeline.js';

export interface PlannedMail extends Mail {
  readonly at: Temporal.Instant;
  readonly notices: readonly CountedNotice[];
}

export interface CountedNotice extends Notice {
  /** On the day it is sent; null for notices that do not count days. */
  readonly daysLeft: number | null;
}

/**
 * What would be sent if nobody finished anything and nothing changed: the same rules as the tick, without
 * a database. The cycle runs from before its first phase.
 */
export function simulate(facts: Facts, until: Temporal.Instant): PlannedMail[] {
  const start = earliest(facts.phases.map((phase) => opensAt(phase, facts.cycle)));
  if (start === null) return [];
  const activation = new Draft(facts, start.subtract({ milliseconds: 1 }), 'siklus');
  decide(activation, { do: 'activate' });
  let present = activation.facts;
  let after = activation.now;
  const mails: PlannedMail[] = [];
  for (;;) {
    const at = nextDue(present, after);
    if (at === null || isAfter(at, until)) return mails;
    const draft = new Draft(present, at, 'siklus');
    advance(draft);
    present = draft.facts;
    const notices = planNotices(present, { after, until: at, news: draft.decision().journal });
    const order = present.phases.map(({ code }) => code);
    for (const mail of mailsOf(notices, order)) {
      mails.push({ ...mail, at, notices: counted(mail.notices, present, at) });
    }
    after = at;
  }
}

function counted(
  notices: readonly Notice[],
  { tasks, cycle }: Facts,
  at: Temporal.Instant,
): CountedNotice[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  return notices.map((notice) => {
    const task = byId.get(notice.task ?? '') ?? null;
    return { ...notice, daysLeft: daysLeft(notice.kind, task, at, cycle.zone) };
  });
}
