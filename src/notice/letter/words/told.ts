import type { ToldOutage } from './outage.js';
import type { NoticeFacts, Role } from '../../../domain/notice.js';

/** An entry of a letter as the words see it: everything is spelt out already. */
export interface Told {
  /** The phase's title. */
  readonly phase: string;
  readonly unit: string | null;
  /** The phase, with the unit where the reader has several: `Penilaian dokumen (Dinas Kesehatan)`. */
  readonly matter: string;
  readonly offset: string | null;
  readonly daysLeft: number | null;
  /** Selasa, 30 September 2025 */
  readonly date: string;
  /** Selasa, 30 September 2025 pukul 23.59 WIB */
  readonly deadline: string;
  /** The deadline that people were told before, when it is known. */
  readonly oldDeadline: string | null;
  /** Until when more time is asked for: by the notice itself, and by a request that still waits. */
  readonly wish: string | null;
  readonly waiting: string | null;
  /** What the phase asks of this reader. */
  readonly request: string;
  readonly role: Role;
  readonly cycle: string;
  readonly facts: NoticeFacts;
  readonly outage: ToldOutage | null;
}

export interface Row {
  readonly label: string;
  readonly value: string;
}

export interface List {
  readonly title: string;
  readonly items: readonly string[];
  /** Of all there are, where only the first of them are given. */
  readonly count?: number;
}
