import type { Temporal } from 'temporal-polyfill';
import { groupBy } from '../domain/group-by.js';
import type { PlannedNotice, Preview } from '../domain/preview.js';

/** Which mails a change moves: one line for all that are alike, with how many people they go to. */
export function mailLines({ moved, come, gone, now }: Preview, zone: string): string[] {
  const local = (at: Temporal.Instant): string =>
    at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
  const named = ({ kind, offset, phase }: PlannedNotice): string =>
    [kind, offset, phase].filter(Boolean).join(' ');
  const lines = [
    ...moved.map(({ before, after }) =>
      before.at.equals(after.at)
        ? `${named(after)} ${local(after.at)}: deadline ${local(before.deadline)} -> ${local(after.deadline)}`
        : `${named(after)}: ${local(before.at)} -> ${local(after.at)}`,
    ),
    ...come.map((each) => `${named(each)}: comes ${local(each.at)}`),
    ...gone.map((each) => `${named(each)}: no longer ${local(each.at)}`),
  ];
  const groups = [...groupBy(lines, (line) => line)].map(
    ([line, all]) => `${line} (${all.length})`,
  );
  return [...groups, `mails now: ${now.length}`];
}
