import type { Temporal } from 'temporal-polyfill';
import { decide } from './commands/decide.js';
import type { Facts } from './cycle.js';
import { Draft } from './draft.js';
import { forecast, type ForecastMail } from './forecast.js';
import { earliest, isAfter } from './instants.js';
import { calendarItself } from './journal.js';
import { opensAt } from './timeline.js';

export interface PlannedMail extends ForecastMail {
  readonly at: Temporal.Instant;
}

/** The mails until an instant of a cycle that runs from before its first phase, while nobody does anything. */
export function simulate(facts: Facts, until: Temporal.Instant): PlannedMail[] {
  const start = earliest(facts.phases.map((phase) => opensAt(phase, facts.cycle)));
  if (start === null) return [];
  const activation = new Draft(facts, start.subtract({ milliseconds: 1 }), calendarItself);
  decide(activation, { do: 'activate' });
  const mails: PlannedMail[] = [];
  for (const step of forecast(activation.facts, activation.now)) {
    if (isAfter(step.at, until)) break;
    mails.push(...step.mails.map((mail) => ({ ...mail, at: step.at })));
  }
  return mails;
}
