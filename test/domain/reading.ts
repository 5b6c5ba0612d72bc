import type { Temporal } from 'temporal-polyfill';
import { daysLeft } from '../../src/domain/days-left.js';
import type { Notice } from '../../src/domain/notice.js';
import type { Sent, World } from './world.js';

/** What was sent, a line a mail: `2025-09-23T08:00 admin@dinkes.test: reminder H-7 self-assessment DINKES 7`. */
export function mails(world: World, { to = '', since = '' } = {}): string[] {
  return world.sent
    .map((mail) => lineOf(mail, world.facts.cycle.zone))
    .sort()
    .filter((line) => line.slice(0, 16) >= since && line.slice(17).startsWith(to));
}

function lineOf({ at, to, cc, notices, facts }: Sent, zone: string): string {
  const copies = cc.map(({ email }) => ` cc ${email}`).join('');
  const entries = notices.map((notice) => {
    const task = facts.tasks.find(({ id }) => id === notice.task) ?? null;
    return entryOf(notice, daysLeft(notice.kind, task, at, zone));
  });
  return `${local(at, zone)} ${to.email}${copies}: ${entries.join(', ')}`;
}

function entryOf({ kind, offset, phase, unit }: Notice, days: number | null): string {
  return [kind, offset, phase, unit, days].filter((part) => part !== null).join(' ');
}

/** What phases and tasks did, a line a move; with the instant of recording where that is another one. */
export function moves(world: World, what: 'phase' | 'task' | 'both' = 'both'): string[] {
  const { zone } = world.facts.cycle;
  return world.journal
    .filter(
      (entry) => entry.what === what || (what === 'both' && /^(phase|task)$/.test(entry.what)),
    )
    .map(({ due, recorded, phase, task, from, to }) => {
      const late = due.equals(recorded) ? '' : ` (recorded ${local(recorded, zone)})`;
      return `${local(due, zone)} ${task ?? phase} ${from ?? 'none'} > ${to}${late}`;
    });
}

/** The tasks as they are, a line each: `self-assessment/DINKES#1 todo until 2025-10-01T00:00`. */
export function tasks(world: World): string[] {
  return world.facts.tasks.map(
    ({ id, state, deadline }) => `${id} ${state} until ${local(deadline, world.facts.cycle.zone)}`,
  );
}

export function phases(world: World): string[] {
  return world.facts.phases.map(({ code, state }) => `${code} ${state}`);
}

export function superseded(world: World): string[] {
  return world.superseded.map((notice) => `${notice.recipient.email}: ${entryOf(notice, null)}`);
}

export function local(at: Temporal.Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}
