import type { Person } from '../domain/people.js';
import { domainOf } from './calendar/calendar-text.js';

/** Of a mail with that id, from the sender's own domain; in angle brackets. */
export function messageId(id: string, from: Person): string {
  return `<${id}@${domainOf(from)}>`;
}
