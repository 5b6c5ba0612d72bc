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
 * notice still waits for the mail server, that is the one from which the earlier one moved it.
 */
export async function withToldDates(
  tx: EntityManager,
  cycle: string,
  notices: readonly Notice[],
): Promise<Notice[]> {
  const moving = notices.filter(({ task, facts }) => task !== null && facts.oldDeadline);
  if (moving.length === 0) return [...notices];
  const waiting = await tx.query<Waiting[]>(firstWaiting, [
    cycle,
    moving.map(({ recipient }) => addressKey(recipient)),
    moving.map(({ task }) => task),
  ]);
  const first = new Map(waiting.map(({ address, task, facts }) => [`${address} ${task}`, facts]));
  return notices.map((notice) => {
    const told = first.get(`${addressKey(notice.recipient)} ${notice.task}`);
    return told && moving.includes(notice) ? spokenFrom(notice, told) : notice;
  });
}

const firstWaiting = `
  SELECT DISTINCT ON (n.address, n.task) n.address, n.task, n.facts FROM notice n
  JOIN unnest($2::text[], $3::text[]) AS given (address, task) USING (address, task)
  WHERE n.cycle = $1 AND n.state = 'waiting' AND n.facts ->> 'oldDeadline' <> ''
  ORDER BY n.address, n.task, n.id`;

function spokenFrom(notice: Notice, { oldDeadline, oldDate }: NoticeFacts): Notice {
  // There and back again: from the date that it has now there would be nothing to tell.
  if (!oldDeadline || !oldDate || notice.deadline.toString() === oldDeadline) return notice;
  return { ...notice, facts: { ...notice.facts, oldDeadline, oldDate } };
}
