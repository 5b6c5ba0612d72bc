import { Temporal } from 'temporal-polyfill';
import { remembered } from '../../domain/remembered.js';

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const months = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** As RFC 5322 has it, in the cycle's zone: `Tue, 23 Sep 2025 08:00:00 +0700`. */
export function mailDate(at: Temporal.Instant, zone: string): string {
  return dateOfSecond(Math.floor(at.epochMilliseconds / 1000), zone);
}

const dateOfSecond = remembered(
  (second: number, zone: string) => `${second} ${zone}`,
  (second, zone) => {
    const local = Temporal.Instant.fromEpochMilliseconds(second * 1000).toZonedDateTimeISO(zone);
    const date = `${local.day} ${months[local.month - 1] ?? ''} ${local.year}`;
    const time = local.toPlainTime().toString({ smallestUnit: 'second' });
    return `${days[local.dayOfWeek - 1] ?? ''}, ${date} ${time} ${local.offset.slice(0, 6).replace(':', '')}`;
  },
);
