import { noticeKinds, type NoticeKind } from '../../../domain/notice-kind.js';
import type { MailFilter } from '../../../notice/mail-log.store.js';
import { mailStates } from '../../words/status.js';

/** `?status=failed&jenis=reminder&kepada=dinkes&halaman=2` */
export interface MailQuery {
  readonly status?: unknown;
  readonly jenis?: unknown;
  readonly kepada?: unknown;
  readonly halaman?: unknown;
}

/** In the order in which one chooses among them. */
export const stateChoices = [
  'unreached',
  ...(Object.keys(mailStates.id) as (keyof typeof mailStates.id)[]),
] as const;

export const kindChoices: readonly NoticeKind[] = noticeKinds;

/** Whatever an address may hold: what is no choice filters nothing. */
export function filterOf({ status, jenis, kepada }: MailQuery): MailFilter {
  return {
    state: stateChoices.find((each) => each === status) ?? null,
    kind: kindChoices.find((each) => each === jenis) ?? null,
    recipient: typeof kepada === 'string' ? searched(kepada) : '',
  };
}

/** From 1. */
export function pageOf({ halaman }: MailQuery): number {
  const number = typeof halaman === 'string' && /^\d{1,6}$/.test(halaman) ? Number(halaman) : 1;
  return Math.max(1, number);
}

/** The address of a page for what is shown, or the part of a list. */
export function address(
  path: string,
  { state, kind, recipient }: MailFilter,
  more: Readonly<Record<string, string>> = {},
): string {
  const given = { status: state ?? '', jenis: kind ?? '', kepada: recipient, ...more };
  const query = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''));
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** What the database takes: a NUL or half a character is no text. */
function searched(text: string): string {
  return text
    .replaceAll(/[\0\p{Cs}]/gu, '')
    .trim()
    .slice(0, 100);
}
