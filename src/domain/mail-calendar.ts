import type { Temporal } from 'temporal-polyfill';
import { isWorkingDay, localDate, type Calendar } from './calendar.js';
import { groupBy } from './group-by.js';
import type { NoticeKind } from './notice-kind.js';
import { addressKey } from './recipients.js';
import { isToCome, type PlannedSending } from './send-plan.js';

export interface MailDay {
  readonly date: Temporal.PlainDate;
  /** Null on a working day. */
  readonly off: 'weekend' | 'holiday' | null;
  readonly mails: number;
  /** How many mails have a notice of that kind. One mail may have several kinds (rule 11). */
  readonly kinds: readonly (readonly [kind: NoticeKind, mails: number])[];
}

/** The days of a month with the mails that go on them, or would if the cycle were not paused. */
export function mailCalendar(
  plan: readonly PlannedSending[],
  month: Temporal.PlainYearMonth,
  calendar: Calendar,
): MailDay[] {
  const going = plan.filter(isToCome);
  const byDay = groupBy(going, ({ at }) => localDate(at, calendar.zone).toString());
  return Array.from({ length: month.daysInMonth }, (_, index) => {
    const date = month.toPlainDate({ day: index + 1 });
    const sendings = byDay.get(date.toString()) ?? [];
    const kinds = [...groupBy(sendings, ({ kind }) => kind)];
    return {
      date,
      off: offDay(date, calendar),
      mails: mailsIn(sendings),
      kinds: kinds.map(([kind, of]) => [kind, mailsIn(of)] as const),
    };
  });
}

/** The months from that of a day until that of the last mail. */
export function mailMonths(
  plan: readonly PlannedSending[],
  today: Temporal.PlainDate,
  zone: string,
): Temporal.PlainYearMonth[] {
  const first = today.toPlainYearMonth();
  const last = plan.at(-1);
  const until = last ? localDate(last.at, zone).toPlainYearMonth() : first;
  const { months: more } = first.until(until, { largestUnit: 'months' });
  return Array.from({ length: more + 1 }, (_, months) => first.add({ months }));
}

/** Rule 11: the notices of one instant for one recipient are one mail, one more for others that are copied. */
function mailsIn(sendings: readonly PlannedSending[]): number {
  const mails = sendings.map(({ at, recipient, copyTo }) =>
    JSON.stringify([at.epochMilliseconds, addressKey(recipient), copyTo.map(addressKey)]),
  );
  return new Set(mails).size;
}

function offDay(date: Temporal.PlainDate, calendar: Calendar): MailDay['off'] {
  if (isWorkingDay(date, calendar)) return null;
  return calendar.holidays.has(date.toString()) ? 'holiday' : 'weekend';
}
