import { overtakes } from './told-dates.js';

/**
 * The ids of the first $3 mails that are due at $2, of cycles that are not paused, which nobody else takes at this
 * moment. For `inIndexOrder`.
 * @param more what else is asked of a mail `m`
 */
export function firstDue(more = ''): string {
  return `
    SELECT m.id FROM mail m JOIN cycle c ON c.code = m.cycle
    WHERE m.state = 'waiting' AND m.next_attempt_at <= $2 AND c.state = 'active' ${more}
      AND NOT ${overtakes}
    ORDER BY m.next_attempt_at, m.seq LIMIT $3 FOR UPDATE OF m SKIP LOCKED`;
}

/**
 * Of a mail `m` that is looked for by its id: it waits. Put so that only the key of the mails can answer: PostgreSQL
 * takes what waits for little until it has counted it, and would read it all.
 */
export const namedWaits = `m.state || '' = 'waiting'`;

/** The same of those whose ids are $3. The cycle is asked mail by mail: a join would begin with all mails of one. */
export const namedDue = `
  SELECT m.id FROM ONLY mail m
  WHERE m.id = ANY ($3::uuid[]) AND ${namedWaits} AND m.next_attempt_at <= $2
    AND (SELECT c.state FROM cycle c WHERE c.code = m.cycle) = 'active' AND NOT ${overtakes}
  FOR UPDATE OF m SKIP LOCKED`;
