import { Temporal } from 'temporal-polyfill';
import { leadsTo } from './leads-to.js';
import type { Letter, LetterEntry } from './letter.js';
import { linkAddress } from './link-address.js';
import { countdown, longDate, longDeadline, longUntil } from './words/dates.js';
import { noticeWords, urgentSubject } from './words/notices.js';
import { button, request, reviewOfOwnUnit } from './words/phases.js';
import { toldOutage } from './words/outage.js';
import type { List, Row, Told } from './words/told.js';

/** `more` is how many were cut. */
export interface CutList {
  readonly title: string;
  readonly items: readonly string[];
  readonly more: number;
}

/** What one entry shows; the text part and the HTML part are two renderings of it. */
export interface Card {
  readonly heading: string;
  readonly title: string;
  readonly rows: readonly Row[];
  /** `7 hari lagi`, beside the deadline. */
  readonly countdown: string | null;
  readonly tone: 'calm' | 'soon' | 'late' | 'good';
  readonly sentences: readonly string[];
  readonly lists: readonly CutList[];
  readonly link: { readonly label: string; readonly url: string } | null;
  /** The subject of a mail with this entry alone, and how a mail of several mentions it. */
  readonly subject: string;
  readonly mention: string;
}

export const deadlineLabel = 'Tenggat';
const late: readonly LetterEntry['kind'][] = ['overdue', 'blocked', 'extension-refused', 'outage'];
const longestList = 10;

export function cardOf(letter: Letter, entry: LetterEntry): Card {
  const told = toldOf(letter, entry);
  const words = noticeWords[entry.kind];
  const heading = words.heading(told);
  return {
    heading,
    title: words.title?.(told) ?? told.phase,
    rows: [
      { label: 'OPD', value: told.unit ?? '' },
      { label: deadlineLabel, value: words.dated ? told.deadline : '' },
      ...(words.rows?.(told) ?? []),
    ].filter(({ value }) => value !== ''),
    countdown: entry.daysLeft === null ? null : countdown(entry.daysLeft),
    tone: toneOf(entry),
    sentences: words.sentences(told),
    lists: (words.lists?.(told) ?? []).filter(({ items }) => items.length > 0).map(cut),
    link: linkOf(
      letter,
      entry,
      words.button === undefined ? button[entry.phase.kind] : words.button,
    ),
    subject: words.subject(told),
    mention: urgentSubject(told, heading),
  };
}

function toldOf({ cycle, to }: Letter, entry: LetterEntry): Told {
  const { phase, facts, deadline, deadlineDate } = entry;
  const unit = entry.unit?.name ?? null;
  return {
    phase: phase.title,
    unit,
    matter: unit && unit !== to.unitName ? `${phase.title} (${unit})` : phase.title,
    offset: entry.offset,
    daysLeft: entry.daysLeft,
    date: longDate(deadlineDate),
    deadline: longDeadline(deadline, deadlineDate, cycle.zone),
    oldDeadline: oldDeadlineOf(entry, cycle.zone),
    wish: facts.wish ? longUntil(facts.wish, cycle.zone) : null,
    waiting: entry.waiting ? longUntil(entry.waiting, cycle.zone) : null,
    request: phase.kind === 'review' && to.role === 'admin' ? reviewOfOwnUnit : request[phase.kind],
    role: to.role,
    cycle: cycle.title,
    facts,
    outage: facts.outage ? toldOutage(facts.outage, cycle.zone) : null,
  };
}

function oldDeadlineOf({ facts }: LetterEntry, zone: string): string | null {
  const { oldDeadline, oldDate } = facts;
  if (!oldDeadline || !oldDate) return null;
  return longDeadline(Temporal.Instant.from(oldDeadline), Temporal.PlainDate.from(oldDate), zone);
}

function toneOf({ kind, daysLeft }: LetterEntry): Card['tone'] {
  if (late.includes(kind)) return 'late';
  if (kind === 'cycle-closed') return 'good';
  return daysLeft !== null && daysLeft <= 3 ? 'soon' : 'calm';
}

function cut({ title, items: all, count = all.length }: List): CutList {
  const items = all.slice(0, longestList);
  return { title, items, more: count - items.length };
}

function linkOf(
  { baseUrl, cycle }: Letter,
  { kind, phase, unit, facts }: LetterEntry,
  label: string | null,
): Card['link'] {
  const of = { kind, cycle: cycle.code, phase: phase.code, unit: unit?.code ?? null, facts };
  const parts = leadsTo(of);
  const url = parts && linkAddress(baseUrl, parts);
  return url === null || label === null ? null : { label, url };
}
