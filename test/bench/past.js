/**
 * What a year leaves in a cycle's tables, without the year: mails that were sent at their first attempt, each with
 * its notice and an entry of the journal that no tick has to read any more.
 * @param query says one statement with its parameters to the database
 */
export async function leavePast(query, { cycle, units, mails }) {
  // Else each notice would go through all mails: a session keeps how it looked for them when they were few.
  await query('ANALYZE mail');
  await query(sentMails, [cycle, mails, units]);
  await query(readEntries, [cycle, mails]);
  await query(
    'UPDATE cycle SET planned_through = (SELECT max(id) FROM journal WHERE cycle = $1) WHERE code = $1',
    [cycle],
  );
  await query('ANALYZE');
}

const sentMails = `
  WITH mails AS (
    INSERT INTO mail (id, cycle, "to", cc, state, planned_at, next_attempt_at, first_attempt_at, attempts,
      outstanding, sent_at, version)
    SELECT gen_random_uuid(), $1, jsonb_build_object('name', 'Admin', 'email', 'admin@opd-' || 1 + n % $3::int || '.test',
      'role', 'admin'), '[]', 'sent', at, at, at, 1, '{}', at, 1
    FROM generate_series(1, $2::int) n, LATERAL (SELECT timestamptz '2025-01-01' + n * interval '10 seconds' AS at) moment
    RETURNING id, seq, "to", planned_at
  )
  INSERT INTO notice (mail, cycle, address, occurrence, kind, phase, unit, task, deadline, recipient, copy_to, facts, state)
  SELECT id, $1, "to" ->> 'email', 'past ' || seq, 'reminder', 'lampau', 'OPD', 'lampau/OPD#1', planned_at, "to", '[]', '{}',
    'sent'
  FROM mails`;

// The chain is as long as it says, but nobody could follow it: its hashes are empty.
const readEntries = `
  WITH head AS (
    UPDATE journal_head SET entries = entries + $2::int WHERE cycle = $1 RETURNING entries - $2::int AS before
  )
  INSERT INTO journal (cycle, due, recorded, who, what, facts, number, hash)
  SELECT $1, timestamptz '2025-01-01', timestamptz '2025-01-01', 'siklus', 'answer', '{}', before + n, ''
  FROM head, generate_series(1, $2::int) n`;
