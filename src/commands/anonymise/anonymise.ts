import type { INestApplicationContext } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JournalStore } from '../../cycle/journal.store.js';
import type { Anonymised } from '../../domain/anonymised.js';
import type { Clock } from '../../domain/clock.js';
import { entry } from '../../domain/journal.js';
import { CLOCK } from '../../platform/clock.js';
import { InputError } from '../../platform/input-error.js';
import type { GivenSettings } from '../../platform/settings.js';
import { withLiveApp } from '../live-app.js';
import { operator } from '../operator.js';
import { looking, OnlyLooked } from '../only-looked.js';
import { hashesNow, Imports } from './journals.js';
import { newPseudonym, type Pseudonym } from './patterns.js';
import { removeTheirs, renameBeside, rewrite, wordColumns } from './rewrite.js';
import { somebody, type Somebody } from './somebody.js';

export interface AnonymiseRequest {
  readonly why: string;
  /** Other spellings of the name. */
  readonly name?: readonly string[];
  /** Else it is only shown. */
  readonly yes?: boolean;
  readonly by?: string;
}

/**
 * Takes a person out of everything that the database says, with every journal still verifying.
 * @returns a line for each table in which they were named
 * @throws InputError for somebody who is not known, or still takes part
 */
export async function anonymise(
  given: GivenSettings,
  email: string,
  request: AnonymiseRequest,
): Promise<string[]> {
  return withLiveApp(given, (app) => looking(() => anonymiseIn(app, email, request)));
}

/** @throws InputError; OnlyLooked with what was found, unless it is to be done */
export function anonymiseIn(
  app: INestApplicationContext,
  email: string,
  { why, name = [], yes = false, by = operator }: AnonymiseRequest,
): Promise<string[]> {
  const now = app.get<Clock>(CLOCK, { strict: false }).now();
  const journal = app.get(JournalStore, { strict: false });
  return app.get(DataSource).transaction(async (tx) => {
    const known = await somebody(tx, email.trim().toLowerCase(), now.toString().slice(0, 10));
    const person = { ...known, names: [...new Set([...known.names, ...name])] };
    refuse(person);
    const as = newPseudonym();
    const { rows, hashes } = await replace(tx, person, as);
    if (rows.size === 0) throw new InputError(placeOf(person), 'is named nowhere');
    const done = { what: 'anonymised', who: by, why, due: now, recorded: now } as const;
    for (const [cycle, entries] of hashes) {
      const facts: Anonymised = { as: as.email, entries };
      await journal.record(tx, cycle, [entry({ ...done, facts: { ...facts } })]);
    }
    const lines = [...said(person, as), ...found(rows)];
    if (!yes) throw new OnlyLooked([...lines, 'nothing was changed: --yes does it']);
    return lines;
  });
}

/** @returns how many rows named them, by table, and what the journals' entries have to vouch for */
async function replace(
  tx: EntityManager,
  person: Somebody,
  as: Pseudonym,
): Promise<{ rows: Map<string, number>; hashes: Map<string, Record<string, string>> }> {
  await tx.query(`SET LOCAL siklus.anonymising = 'yes'`);
  const rows = await removeTheirs(tx, person.email);
  const imports = await Imports.read(tx);
  const count = (table: string, more: number): void => {
    if (more > 0) rows.set(table, (rows.get(table) ?? 0) + more);
  };
  await renameBeside(tx, person.email, as.name);
  const { journal = [], ...others } = Object.fromEntries(await wordColumns(tx));
  for (const [table, columns] of Object.entries(others)) {
    count(table, (await rewrite(tx, columns, [person, as])).length);
  }
  const words = journal.filter(({ name }) => wordsOfTheJournal.includes(name));
  const entries = await rewrite<{ id: string }>(tx, words, [person, as], 'id');
  count('journal', entries.length);
  const changed = new Set([...entries.map(({ id }) => id), ...(await imports.follow(tx))]);
  return { rows, hashes: await hashesNow(tx, [...changed]) };
}

const wordsOfTheJournal = ['who', 'from', 'to', 'why', 'facts'];

function refuse(person: Somebody): void {
  const { roles, waiting } = person;
  if (roles.length > 0) {
    const remedy = 'let somebody else take the place first';
    throw new InputError(placeOf(person), `still takes part (${roles.join(', ')}): ${remedy}`);
  }
  if (waiting > 0) {
    const remedy = 'try again when they are sent';
    throw new InputError(placeOf(person), `mails to them wait (${waiting}): ${remedy}`);
  }
}

function placeOf({ email }: Somebody) {
  return { file: email, line: null, field: null };
}

function said({ email, names, shared }: Somebody, as: Pseudonym): string[] {
  return [
    `${email} becomes ${as.email}`,
    ...names.map((name) =>
      shared.includes(name)
        ? `"${name}" is also somebody else's name: it becomes "${as.name}" only beside the address`
        : `"${name}" becomes "${as.name}"`,
    ),
  ];
}

function found(rows: ReadonlyMap<string, number>): string[] {
  return [...rows]
    .sort()
    .map(([table, count]) => `${table}: ${count} row${count === 1 ? '' : 's'}`);
}
