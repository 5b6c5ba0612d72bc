import { Temporal } from 'temporal-polyfill';
import type { ComingMailName } from '../../../domain/coming-mail.js';

export interface ComingMailQuery {
  readonly waktu?: unknown;
  readonly kepada?: unknown;
  readonly tembusan?: unknown;
}

/** Null for an address that names no mail. */
export function mailNamed({ waktu, kepada, tembusan }: ComingMailQuery): ComingMailName | null {
  const at = typeof waktu === 'string' ? instantIn(waktu) : null;
  if (at === null || typeof kepada !== 'string') return null;
  return { at, to: kepada, copyTo: [tembusan ?? []].flat().map(String) };
}

/** `waktu=2025-09-11T01%3A00%3A00Z&kepada=admin%40dinkes.test` */
export function queryOf({ at, to, copyTo }: ComingMailName): string {
  return new URLSearchParams([
    ['waktu', at.toString()],
    ['kepada', to],
    ...copyTo.map((email): [string, string] => ['tembusan', email]),
  ]).toString();
}

function instantIn(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return null;
  }
}
