import type { Temporal } from 'temporal-polyfill';
import type { LocalMoment } from '../../domain/calendar.js';
import type { PhaseKind } from '../../domain/cycle.js';
import type { NoticeFacts, Role } from '../../domain/notice.js';
import type { NoticeKind } from '../../domain/notice-kind.js';
import type { CalendarItem } from '../../domain/personal-calendar.js';
import type { Person } from '../../domain/people.js';

/** All that one mail says, of now (rule 12). `composeMail` puts it into words. */
export interface Letter {
  /** The mail's own: names the page that says why it came. */
  readonly id: string;
  readonly cycle: { readonly code: string; readonly title: string; readonly zone: string };
  /** Of the cycle's timeline, as it stands now. */
  readonly version: number;
  readonly to: Person & { readonly role: Role; readonly unitName: string | null };
  readonly cc: readonly Person[];
  /** Now: when it is sent. */
  readonly at: Temporal.Instant;
  /** The same on a repeat (rule 13); with or without its angle brackets. */
  readonly messageId: string;
  readonly from: Person;
  /** Where the recipient works; http or https. Null: no link. */
  readonly baseUrl: string | null;
  /** In reading order (rule 11), at least one. */
  readonly entries: readonly LetterEntry[];
}

export interface LetterEntry {
  readonly kind: NoticeKind;
  readonly offset: string | null;
  readonly phase: { readonly code: string; readonly title: string; readonly kind: PhaseKind };
  /** The unit that the task or review is about. */
  readonly unit: { readonly code: string; readonly name: string } | null;
  /** Of now, not of when the notice was planned. */
  readonly deadline: Temporal.Instant;
  readonly deadlineDate: Temporal.PlainDate;
  /** Null on the notices that do not count days. */
  readonly daysLeft: number | null;
  /** Until when this reader's unit asked to have time, as long as nobody has decided; of now. */
  readonly waiting: LocalMoment | null;
  readonly facts: NoticeFacts;
  /** Its task as calendars have it, where the mail brings that along. */
  readonly event: CalendarItem | null;
}

/** What nodemailer's `sendMail` takes. */
export interface ComposedMail {
  readonly from: Address;
  readonly to: Address;
  readonly cc: Address[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Record<string, string | string[]>;
  readonly attachments?: Attachment[];
  /** In angle brackets. */
  readonly messageId: string;
  /** As it stands in the header, in whole seconds. */
  readonly date: string;
}

export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string | Buffer;
}

export interface Address {
  readonly name: string;
  readonly address: string;
}
