import type { LocalMoment } from '../domain/calendar.js';
import type { Asked } from '../domain/extension/request-rules.js';
import { letterLength, reasonLength } from './change-bodies.js';
import { isCharacters, isMoment } from './text.js';

/** What a request for more time is asked with, besides the letter itself. */
export const askedFields = ['phase', 'closes', 'closesTime', 'reason', 'letter'] as const;
export type AskedField = (typeof askedFields)[number];
export type AskedForm = Readonly<Partial<Record<AskedField, string>>>;

export type AskedFlaw = 'missing' | 'no_date' | 'too_long' | 'no_text';
export type AskedFlaws = Readonly<Partial<Record<AskedField, AskedFlaw>>>;

const longest = { phase: 100, reason: reasonLength, letter: letterLength } as const;

/** What is wrong with each field; nothing when the form can be taken. */
export function flawsIn(form: AskedForm): AskedFlaws {
  const found = [
    ...(Object.keys(longest) as (keyof typeof longest)[]).map((field) => {
      return [field, textFlaw(form[field] ?? '', longest[field])] as const;
    }),
    ['closes', isMoment(wishIn(form)) ? null : 'no_date'] as const,
  ];
  return Object.fromEntries(found.filter(([, flaw]) => flaw !== null));
}

/** Of a form without flaws. */
export function askedIn(form: AskedForm, unit: string): Omit<Asked, 'id' | 'file'> {
  const { phase = '', reason = '', letter = '' } = form;
  return { phase, unit, wish: wishIn(form), reason: reason.trim(), letter: letter.trim() };
}

/** Rule 1: without a time a date means its whole day. */
export function momentOf(date: string, time: string): LocalMoment {
  return time === '' ? date : `${date}T${time}`;
}

/** A program writes both into one field. */
function wishIn({ closes = '', closesTime = '' }: AskedForm): LocalMoment {
  return momentOf(closes.trim(), closesTime.trim());
}

function textFlaw(text: string, most: number): AskedFlaw | null {
  if (text.trim() === '') return 'missing';
  if (text.length > most) return 'too_long';
  return isCharacters(text) ? null : 'no_text';
}
