import type { Temporal } from 'temporal-polyfill';
import { daysLeft } from '../domain/days-left.js';
import { inReadingOrder } from '../domain/mails.js';
import type { Notice } from '../domain/notice.js';
import { closesAt } from '../domain/timeline.js';
import type { Settings } from '../platform/settings.js';
import type { Letter, LetterEntry } from './letter/letter.js';
import { messageId } from './message-id.js';
import type { MailRow } from './outbox.entity.js';
import type { PresentFacts } from './present.store.js';

export type Sender = Pick<Settings, 'mailFrom' | 'baseUrl'>;

type Addressed = Pick<MailRow, 'id' | 'cycle' | 'to' | 'cc'>;
type Told = Notice & { readonly cycle: string };

/** Rule 12: a letter that speaks of now, in the order of rule 11. */
export function letterOf(
  mail: Addressed,
  notices: readonly Told[],
  present: PresentFacts,
  { now, sender }: { now: Temporal.Instant; sender: Sender },
): Letter {
  const { cycle, phases } = present.facts(mail.cycle);
  const { code, title, zone, version } = cycle;
  const told = notices.map((notice) => ({ ...notice, ...ofNow(notice, present) }));
  const order = phases.map((phase) => phase.code);
  return {
    id: mail.id,
    cycle: { code, title, zone },
    version,
    to: { ...mail.to, unitName: present.unit(mail.cycle, mail.to.unit)?.name ?? null },
    cc: mail.cc,
    at: now,
    // The same on every attempt (rule 13).
    messageId: messageId(mail.id, sender.mailFrom),
    from: sender.mailFrom,
    baseUrl: sender.baseUrl,
    entries: inReadingOrder(told, order).map((notice) => entryOf(notice, present, now)),
  };
}

function entryOf(
  notice: Told & Pick<LetterEntry, 'deadline' | 'deadlineDate'>,
  present: PresentFacts,
  now: Temporal.Instant,
): LetterEntry {
  const { kind, offset, cycle, deadline, deadlineDate } = notice;
  const facts = kind === 'blocked' ? { missing: present.missing(notice) } : notice.facts;
  const unit = present.unit(cycle, notice.unit);
  const { code, title, kind: phaseKind } = present.phase(notice) ?? unknownPhase(notice);
  return {
    kind,
    offset,
    phase: { code, title, kind: phaseKind },
    unit: unit && { code: unit.code, name: unit.name },
    deadline,
    deadlineDate,
    waiting: notice.recipient.role === 'admin' ? (present.request(notice)?.wish ?? null) : null,
    daysLeft: daysLeft(kind, present.task(notice), now, present.facts(cycle).cycle.zone),
    facts,
    event: present.event(notice),
  };
}

/** The deadline as it is, which need not be the one that the notice was planned with. */
function ofNow(
  notice: Told,
  present: PresentFacts,
): Pick<LetterEntry, 'deadline' | 'deadlineDate'> {
  const task = present.task(notice);
  if (task) return { deadline: task.deadline, deadlineDate: task.deadlineDate };
  const phase = present.phase(notice) ?? unknownPhase(notice);
  const { at, date } = closesAt(phase, present.facts(notice.cycle).cycle);
  return { deadline: at, deadlineDate: date };
}

function unknownPhase({ phase }: Told): never {
  throw new RangeError(`a notice speaks of phase ${phase}, which is gone`);
}
