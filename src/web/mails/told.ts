import { Temporal } from 'temporal-polyfill';
import type { Facts } from '../../domain/cycle.js';
import type { Recipient } from '../../domain/notice.js';
import { offsetOf } from '../../domain/offset.js';
import { isSameAddress } from '../../domain/recipients.js';
import type { NoticeRow } from '../../notice/outbox.entity.js';
import type { Language } from '../language.js';
import { longDeadline } from '../words/dates.js';
import { distance, roles } from './words.js';

/** An entry of a mail as the reasons see it: everything is spelt out already. */
export interface Told {
  /** `you are an admin of Dinas Kesehatan`, or who it is when somebody else reads it. */
  readonly who: string;
  readonly phase: string;
  /** The phase, with its unit: `Penilaian mandiri (Dinas Kesehatan)`. */
  readonly matter: string;
  /** H-3 */
  readonly offset: string;
  /** `three calendar days before` */
  readonly distance: string;
  /** Whether it counts calendar days, which can fall on a day off. */
  readonly moves: boolean;
  /** With which it was planned. */
  readonly deadline: string;
  /** What people were told before. */
  readonly oldDeadline: string;
  readonly why: string | null;
  readonly missing: readonly string[];
  readonly findings: readonly number[];
  readonly indicator: number | null;
  readonly objection: boolean;
}

/** For whom it is spelt out. */
export interface Reading {
  readonly facts: Facts;
  readonly email: string;
  readonly language: Language;
}

export function toldOf(notice: NoticeRow, { facts, email, language }: Reading): Told {
  const { recipient, facts: more } = notice;
  const { zone } = facts.cycle;
  const phase = phaseTitle(facts, notice.phase);
  const unit = unitName(facts, notice.unit);
  const offset = notice.offset === null ? null : offsetOf(notice.offset);
  return {
    who: whoIs(recipient, { facts, email, language }),
    phase,
    matter: unit === null ? phase : `${phase} (${unit})`,
    offset: offset?.name ?? '',
    distance: offset ? distance(offset, language) : '',
    moves: offset?.working === false,
    deadline: longDeadline(notice.deadline, zone, language),
    oldDeadline: more.oldDeadline
      ? longDeadline(Temporal.Instant.from(more.oldDeadline), zone, language)
      : '',
    why: more.reason ?? null,
    missing: more.missing ?? [],
    findings: more.findings ?? [],
    indicator: more.indicator ?? null,
    objection: more.objection ?? false,
  };
}

/** Of a phase that is gone, the code. */
export function phaseTitle({ phases }: Facts, code: string): string {
  return phases.find((phase) => phase.code === code)?.title ?? code;
}

export function unitName({ people }: Facts, code: string | null): string | null {
  return people.units.find((unit) => unit.code === code)?.name ?? code;
}

function whoIs(recipient: Recipient, { facts, email, language }: Reading): string {
  const { name, role, unit } = recipient;
  const t = roles[language];
  const what = t[role](unitName(facts, unit) ?? '');
  return isSameAddress(recipient, { email }) ? t.you(what) : t.somebody(name, what);
}
