import type { Temporal } from 'temporal-polyfill';
import type { LocalMoment } from './calendar.js';
import type { Copied, CopiedOffice } from './escalation.js';
import type { PublishedResult } from './commands/command.js';
import type { NoticeKind } from './notice-kind.js';
import type { OutageDigest } from './outage-notice.js';
import type { Person } from './people.js';

export type Role = 'admin' | 'head' | 'assessor' | 'coordinator';

export interface Recipient extends Person {
  readonly role: Role;
  /** The code of the unit that they are admin or head of. */
  readonly unit: string | null;
}

/** What a notice says besides the present state of its task. */
export interface NoticeFacts {
  /** Rescheduled, extended: the deadline that people were told before, and the letter that moved it. */
  readonly oldDeadline?: string;
  readonly oldDate?: string;
  readonly letter?: string;
  /** Extended, blocked, and a request for more time. */
  readonly reason?: string | null;
  readonly missing?: readonly string[];
  readonly findings?: readonly number[];
  /** Comment: the indicator whose thread it stands in, and whether it is a sanggah. */
  readonly indicator?: number;
  readonly objection?: boolean;
  /** A request for more time: which one, and until when. */
  readonly request?: string;
  readonly wish?: LocalMoment;
  readonly result?: PublishedResult;
  readonly outage?: OutageDigest;
  /** Overdue: the rungs of the ladder that are reached but on which nobody stands. */
  readonly vacant?: readonly CopiedOffice[];
  /** Overdue: to whom it brings a nota dinas; the highest of those who get one. */
  readonly notaDinas?: CopiedOffice;
}

/** One notice to one recipient: an entry of a mail. */
export interface Notice {
  /** Unique for a recipient (rule 13). A scheduled one carries the deadline: a deadline that moves makes new ones. */
  readonly occurrence: string;
  readonly kind: NoticeKind;
  readonly offset: string | null;
  readonly phase: string;
  readonly unit: string | null;
  readonly task: string | null;
  /** When planned; orders the entries of a mail and tells later whether the deadline moved. */
  readonly deadline: Temporal.Instant;
  readonly recipient: Recipient;
  /** Whom an escalated notice is copied to, in the order of the ladder. */
  readonly copyTo: readonly Copied[];
  readonly facts: NoticeFacts;
}

/** A notice before it is known who gets it. */
export type Matter = Omit<Notice, 'recipient' | 'copyTo'>;
