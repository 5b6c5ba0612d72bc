import type { Temporal } from 'temporal-polyfill';
import type { Facts } from './cycle.js';
import { asIfRunning, forecast, type ForecastMail } from './forecast.js';
import { isBefore } from './instants.js';
import { addressKey } from './recipients.js';

/** Names a mail that is yet to come: one person gets one at an instant, and one more for others that it is copied to (rule 11). */
export interface ComingMailName {
  readonly at: Temporal.Instant;
  /** Addresses. */
  readonly to: string;
  readonly copyTo: readonly string[];
}

export interface ComingMail {
  readonly mail: ForecastMail;
  /** As they will be when it is sent, if nobody does anything. */
  readonly facts: Facts;
}

/** Null when no such mail is to come. */
export function comingMail(
  facts: Facts,
  now: Temporal.Instant,
  { at, to, copyTo }: ComingMailName,
): ComingMail | null {
  for (const step of forecast(asIfRunning(facts), now)) {
    if (isBefore(step.at, at)) continue;
    if (!step.at.equals(at)) return null;
    const mail = step.mails.find((each) => isTo(each, to, copyTo));
    return mail ? { mail, facts: step.facts } : null;
  }
  return null;
}

function isTo(mail: ForecastMail, to: string, copyTo: readonly string[]): boolean {
  const copies = mail.cc.map(addressKey).join();
  const wanted = copyTo.map((email) => addressKey({ email })).join();
  return addressKey(mail.to) === addressKey({ email: to }) && copies === wanted;
}
