import { coordinator, moves, occurrencesOf, phases, units } from './month.js';
import type { Jump, Taken, World } from './world.js';

/** What the contract demands, held against what was received and stored. Empty lists are what it should find. */
export interface Audit {
  /** Notices that were due and that nobody got. */
  readonly lost: readonly string[];
  /** Notices that nobody should have got. */
  readonly unexpected: readonly string[];
  /** The same notice under two Message-IDs, or twice in the outbox. */
  readonly plannedTwice: readonly string[];
  readonly wrongMoves: readonly string[];
  /** Mails that came again although no process had died, or more of them than were in flight. */
  readonly wrongRepeats: readonly string[];
  /** Mails that came again because one had. */
  readonly repeats: number;
  readonly mails: number;
  readonly moves: number;
}

interface Read {
  readonly id: string;
  readonly to: string;
  readonly entries: readonly string[];
  readonly when: number;
}

/** Milliseconds before a death in which a mail may have been taken, and be unmarked at the death. */
const beforeDeath = 3000;

export async function audit(world: World): Promise<Audit> {
  const mails = world.taken.map(read);
  const due = expected(world.jumps);
  const got = new Map<string, Set<string>>();
  for (const { id, to, entries } of mails) {
    if (to === coordinator) continue;
    for (const each of entries) {
      const key = `${to} ${each}`;
      got.set(key, (got.get(key) ?? new Set()).add(id));
    }
  }
  const stored = await world.ask<{ key: string }>(
    `SELECT address || ' ' || occurrence AS key FROM notice GROUP BY 1 HAVING count(*) > 1
     UNION ALL SELECT 'mail ' || id || ' is ' || state FROM mail
     WHERE state NOT IN ('sent', 'superseded', 'silenced', 'bounced')`,
  );
  const { wrong, count } = repeatsOf(world, mails);
  const found = await movesOf(world);
  return {
    lost: [...due]
      .filter(([key, jump]) => !got.has(key) && !isExcused(world, key, jump))
      .map(first),
    unexpected: [...got.keys()].filter((key) => !due.has(key)),
    plannedTwice: [
      ...[...got].filter(([, ids]) => ids.size > 1).map(first),
      ...stored.map(({ key }) => key),
    ],
    wrongMoves: found.wrong,
    wrongRepeats: wrong,
    repeats: count,
    mails: new Set(mails.map(({ id }) => id)).size,
    moves: found.count,
  };
}

const first = <T>([thing]: readonly [T, ...unknown[]]): T => thing;

/** Rule 14: of each task's occurrences in one jump the latest. `address notice phase unit`, and the jump. */
function expected(jumps: readonly Jump[]): Map<string, number> {
  const due = new Map<string, number>();
  for (const [index, { from, to }] of jumps.entries()) {
    for (const phase of phases) {
      const latest = occurrencesOf(phase)
        .filter(({ at }) => at > from && at <= to)
        .at(-1);
      if (!latest) continue;
      for (const { code, admin } of units) {
        due.set(`${admin} ${latest.notice} ${phase.code} ${code}`, index);
      }
    }
  }
  return due;
}

function isExcused({ refused }: World, key: string, jump: number): boolean {
  return refused.has(`${key.split(' ', 1).join('')} ${jump}`);
}

/** From the header alone, unfolded: `reminder; offset=H-3; phase=pekan-1; unit=OPD-7; days-left=3`. */
function read({ raw, recipients, when }: Taken): Read {
  const text = raw.toString('latin1');
  const head = text.slice(0, text.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const all = (name: string): string[] =>
    head
      .split('\r\n')
      .filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
      .map((line) => line.slice(name.length + 1).trim());
  const entries = all('X-Siklus-Notice').map((value) => {
    const [kind = '', ...rest] = value.split(';').map((part) => part.trim());
    const fields = Object.fromEntries(rest.map((part) => part.split('=') as [string, string]));
    return [kind, fields['offset'], fields['phase'], fields['unit']]
      .filter((part) => part !== undefined)
      .join(' ');
  });
  return { id: all('Message-ID').join(), to: recipients.join(), entries, when };
}

/** Only what was in flight when a process died may come again. */
function repeatsOf({ deaths }: World, mails: readonly Read[]) {
  const seen = new Map<string, Read>();
  const wrong: string[] = [];
  const ofDeath = new Map<number, number>();
  let count = 0;
  for (const mail of mails) {
    const before = seen.get(mail.id);
    if (!before) {
      seen.set(mail.id, mail);
      continue;
    }
    count += 1;
    if (before.entries.join() !== mail.entries.join() || before.to !== mail.to) {
      wrong.push(`${mail.id} was not the same when it came again`);
    }
    const death = deaths.findIndex(
      ({ when }) =>
        before.when <= when + 50 && before.when >= when - beforeDeath && mail.when > when,
    );
    if (death < 0) wrong.push(`${mail.id} came again, and no process had died`);
    else ofDeath.set(death, (ofDeath.get(death) ?? 0) + 1);
  }
  for (const [index, repeated] of ofDeath) {
    const inFlight = deaths[index]?.inFlight ?? 0;
    if (repeated > inFlight) wrong.push(`${repeated} came again, of ${inFlight} in flight`);
  }
  return { wrong, count };
}

/** Every move of a phase and of a task once, with the instant at which it was due. */
async function movesOf(world: World) {
  const end = world.jumps.at(-1)?.to ?? 0;
  const rows = await world.ask<{ due: Date; move: string }>(
    `SELECT due, concat_ws(' ', what, phase, unit, coalesce("from", '-'), "to") AS move
     FROM journal WHERE what IN ('phase', 'task')`,
  );
  const found = rows.map(({ due, move }) => `${due.getTime()} ${move}`);
  const wanted = moves
    .filter(({ at }) => at <= end)
    .flatMap(({ at, move }) => {
      const [, phase, , to] = move.split(' ');
      const change = to === 'open' ? '- todo' : 'todo lapsed';
      const ofTasks = units.map(({ code }) => `${at} task ${phase} ${code} ${change}`);
      return [`${at} ${move}`, ...ofTasks];
    });
  const once = new Set(found);
  const wrong = [
    ...wanted.filter((move) => !once.has(move)).map((move) => `missing: ${move}`),
    ...found.filter((move) => !wanted.includes(move)).map((move) => `not due: ${move}`),
    ...found.filter((move, index) => found.indexOf(move) !== index).map((each) => `twice: ${each}`),
  ];
  return { wrong, count: found.length };
}
