// Copies of a database that is filled already, so that each run finds the same.
import { randomBytes } from 'node:crypto';
import { URL } from 'node:url';
import pg from 'pg';

/** A copy of the database, which is gone afterwards. Nobody may be connected to the original meanwhile. */
export async function inCopy(url, work) {
  const copy = new URL(url);
  copy.pathname = `/run_${randomBytes(6).toString('hex')}`;
  const [name, source] = [copy, new URL(url)].map(({ pathname }) => pathname.slice(1));
  const admin = new URL(url);
  admin.pathname = '/template1';
  await ask(admin.toString(), `CREATE DATABASE ${name} TEMPLATE "${source}"`);
  try {
    return await work(copy.toString());
  } finally {
    await ask(admin.toString(), `DROP DATABASE ${name} WITH (FORCE)`);
  }
}

/** @returns the rows of one statement, on a connection of its own */
export async function ask(connectionString, statement, values = []) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(statement, values)).rows;
  } finally {
    await client.end();
  }
}
