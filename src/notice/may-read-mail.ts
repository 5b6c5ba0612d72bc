import type { Person } from '../domain/people.js';
import { isSameAddress } from '../domain/recipients.js';
import type { MailRow } from './outbox.entity.js';

/** Whoever got it, or was copied. A coordinator answers for what the whole cycle sends. */
export function mayReadMail(
  { to, cc }: Pick<MailRow, 'to' | 'cc'>,
  who: Pick<Person, 'email'>,
  isCoordinator: boolean,
): boolean {
  return isCoordinator || [to, ...cc].some((person) => isSameAddress(person, who));
}
