import type { AddressObject } from 'mailparser';
import { Temporal } from 'temporal-polyfill';
import type { Entry } from '../../domain/journal.js';
import { compareText } from '../../domain/mails.js';
import type { CaughtMail } from '../../notice/catcher.js';
import { parseNoticeHeader, type LoggedNotice } from '../../notice/letter/notice-header.js';

/** The order of the types at one instant. */
const types = ['phase', 'task', 'mail', 'refused', 'bounce'] as const;

/** A line of the log. Its keys stand in the order in which they are printed. */
export interface Line {
  readonly at: string;
  readonly type: (typeof types)[number];
  readonly phase?: string;
  readonly unit?: string;
  readonly assessor?: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly recorded?: string;
  readonly cc?: readonly string[];
  readonly notices?: readonly LoggedNotice[];
  readonly do?: string;
  readonly code?: string;
}

/** In the cycle's zone, with its offset, in whole seconds. */
export function localTime(at: Temporal.Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never', fractionalSecondDigits: 0 });
}

/** Lines in the order in which they happened, in the order of the log. Phases keep the order in which they moved. */
export function inLogOrder(lines: readonly Line[], phaseOrder: readonly string[]): Line[] {
  const position = new Map(phaseOrder.map((code, index) => [code, index]));
  const place = ({ type, phase }: Line): number =>
    type === 'phase' ? 0 : (position.get(phase ?? '') ?? 0);
  const instant = new Map(lines.map(({ at }) => [at, Temporal.Instant.from(at).epochMilliseconds]));
  return [...lines].sort(
    (a, b) =>
      (instant.get(a.at) ?? 0) - (instant.get(b.at) ?? 0) ||
      types.indexOf(a.type) - types.indexOf(b.type) ||
      place(a) - place(b) ||
      compareText(a.unit ?? '', b.unit ?? '') ||
      compareText(a.assessor ?? '', b.assessor ?? '') ||
      compareText(addressOf(a), addressOf(b)) ||
      compareText(a.cc?.join() ?? '', b.cc?.join() ?? ''),
  );
}

/** The moves that the journal tells of, and the recipients that refused a mail. */
export function journalLine(entry: Entry, zone: string): Line | null {
  const { what, phase, unit, assessor, from, to } = entry;
  const at = localTime(entry.due, zone);
  const recorded = localTime(entry.recorded, zone);
  const late = recorded === at ? {} : { recorded };
  if (what === 'phase' && phase) return { at, type: 'phase', phase, from, to, ...late };
  if (what === 'task' && phase) {
    const bearer = { ...(unit && { unit }), ...(assessor && { assessor }) };
    return { at, type: 'task', phase, ...bearer, from, to, ...late };
  }
  return what === 'bounced' ? { at: recorded, type: 'bounce', to } : null;
}

/** Read from the message itself: its Date, its addresses and a header for each notice. */
export async function mailLine({ raw }: CaughtMail, zone: string): Promise<Line> {
  const head = raw.subarray(0, raw.indexOf('\r\n\r\n') + 4);
  const { simpleParser } = await import('mailparser');
  const { date, to, cc, headerLines } = await simpleParser(head);
  const notices = headerLines
    .filter(({ key }) => key === 'x-siklus-notice')
    .map(({ line }) => parseNoticeHeader(line.slice(line.indexOf(':') + 1)));
  const sent = Temporal.Instant.fromEpochMilliseconds(date?.getTime() ?? 0);
  const [recipient = ''] = addresses(to);
  return { at: localTime(sent, zone), type: 'mail', to: recipient, cc: addresses(cc), notices };
}

function addresses(given: AddressObject | AddressObject[] | undefined): string[] {
  return [given ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''));
}

function addressOf({ type, to }: Line): string {
  return type === 'mail' || type === 'bounce' ? (to ?? '') : '';
}
