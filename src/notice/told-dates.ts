import type { EntityManager } from 'typeorm';
import type { Notice, NoticeFacts } from '../domain/notice.js';
import { addressKey } from '../domain/recipients.js';

interface Waiting {
  readonly address: string;
  readonly task: string;
  readonly facts: NoticeFacts;
}

/**
 * Rule 10: a notice of a moved deadline speaks of the one that its reader was told. Where an earlier such
 * notice still waits for the mail server, that is the one from which the earlier one moved it. What is with the
 * server at this moment counts as told.
 */
export async function withToldDates(
  tx: EntityManager,
  cycle: string,
  notices: readonly Notice[],
): Promise<Notice[]> {
  const moving = notices.filter(movesDate);
  if (moving.length === 0) return [...notices];
  const waiting = await tx.query<Waiting[]>(firstWaiting, [
    cycle,
    moving.map(({ recipient }) => addressKey(recipient)),
    moving.map(({ task }) => task),
  ]);
  const first = new Map(waiting.map(({ address, task, facts }) => [`${address} ${task}`, facts]));
  return notices.map((notice) => {
    const told = first.get(`${addressKey(notice.recipient)} ${notice.task}`);
    return told && movesDate(notice) ? spokenFrom(notice, told) : notice;
  });
}

function movesDate({ task, facts }: Notice): boolean {
  return task !== null && Boolean(facts.oldDeadline);
}

const firstWaiting = `
  SELECT DISTINCT ON (n.address, n.task) n.address, n.task, n.facts FROM notice n
  JOIN unnest($2::text[], $3::text[]) AS given (address, task) USING (address, task)
  JOIN mail m ON m.id = n.mail
  WHERE n.cycle = $1 AND n.state = 'waiting' AND m.state = 'waiting' AND n.facts ->> 'oldDeadline' <> ''
  ORDER BY n.address, n.task, n.id`;

function spokenFrom(notice: Notice, { oldDeadline, oldDate }: NoticeFacts): Notice {
  // There and back again: from the date that it has now there would be nothing to tell.
  if (!oldDeadline || !oldDate || notice.deadline.toString() === oldDeadline) return notice;
  return { ...notice, facts: { ...notice.facts, oldDeadline, oldDate } };
}

/**
 * Of a mail `m`: it moves a deadline of which its reader is being told at this moment. It would overtake that
 * mail, and cannot know yet which date its reader knows.
 */
export const overtakes = `EXISTS (
  SELECT FROM ONLY notice later
  JOIN ONLY notice earlier ON earlier.cycle = later.cycle AND earlier.address = later.address
    AND earlier.task = later.task AND earlier.id < later.id
  JOIN ONLY mail ahead ON ahead.id = earlier.mail AND ahead.state = 'claimed'
  WHERE later.mail = m.id AND later.facts ->> 'oldDeadline' <> ''
)`;

/** The server did not take them after all: what was planned meanwhile must not quote a date that nobody read. */
export async function takeBackTold(tx: EntityManager, mails: readonly string[]): Promise<void> {
  if (mails.length > 0) await tx.query(quoteEarlierDate, [mails]);
}

// Compared as text, as the planner wrote it: facts that make no sense must fail their own mail only. There and
// back again is told all the same, as above.
const quoteEarlierDate = `
  UPDATE notice later SET facts = later.facts || jsonb_build_object(
    'oldDeadline', earlier.facts -> 'oldDeadline', 'oldDate', earlier.facts -> 'oldDate')
  FROM notice earlier
  WHERE earlier.mail = ANY ($1::uuid[]) AND earlier.facts ->> 'oldDeadline' <> ''
    AND later.cycle = earlier.cycle AND later.address = earlier.address AND later.task = earlier.task
    AND later.id > earlier.id AND later.state = 'waiting'
    AND later.facts ->> 'oldDeadline' = ${asWritten('earlier.deadline')}
    AND earlier.facts ->> 'oldDeadline' <> ${asWritten('later.deadline')}`;

function asWritten(instant: string): string {
  return `to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
}
