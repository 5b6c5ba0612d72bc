import type { LetterEntry } from './letter.js';

/** One notice of a mail line in the log, its keys in the contract's order. */
export interface LoggedNotice {
  readonly notice: string;
  readonly offset?: string;
  readonly phase: string;
  readonly unit?: string;
  readonly daysLeft?: number;
}

/**
 * `reminder; offset=H-7; phase=penilaian-mandiri; unit=DINKES; days-left=7`: what the log reads back from
 * the received mail. Values are percent-encoded, of which codes of letters, digits and `._-` show nothing.
 */
export function noticeHeader({ kind, offset, phase, unit, daysLeft }: LetterEntry): string {
  const fields: [string, string | number | null][] = [
    ['offset', offset],
    ['phase', phase.code],
    ['unit', unit?.code ?? null],
    ['days-left', daysLeft],
  ];
  const present = fields.flatMap(([key, value]) =>
    value === null ? [] : [`${key}=${encoded(value)}`],
  );
  return [kind, ...present].join('; ');
}

/** Folded or not. */
export function parseNoticeHeader(value: string): LoggedNotice {
  const [notice, ...fields] = value.split(';').map((part) => part.trim());
  const found = new Map(
    fields.map((field): [string, string] => {
      const [key = '', text = ''] = field.split('=');
      return [key, decodeURIComponent(text)];
    }),
  );
  const phase = found.get('phase');
  if (!notice || phase === undefined) throw new RangeError(`not a notice: ${value}`);
  const offset = found.get('offset');
  const unit = found.get('unit');
  const daysLeft = found.get('days-left');
  return {
    notice,
    ...(offset === undefined ? {} : { offset }),
    phase,
    ...(unit === undefined ? {} : { unit }),
    ...(daysLeft === undefined ? {} : { daysLeft: Number(daysLeft) }),
  };
}

function encoded(value: string | number): string {
  const text = String(value);
  // `H+3` stays as the office writes it.
  return /^[A-Za-z0-9._+-]*$/.test(text) ? text : encodeURIComponent(text).replaceAll('%2B', '+');
}
