import { isEmail } from 'class-validator';
import { loadInstrument } from '../assessment/instrument-file.js';
import { loadCycle, type PlannedCycle } from '../cycle/cycle-file.js';
import { CycleService } from '../cycle/cycle.service.js';
import { CycleStore } from '../cycle/cycle.store.js';
import { inWords, Refusal } from '../domain/refusal.js';
import { uncoveredYearsOf } from '../domain/uncovered-years.js';
import { readAct } from '../engine/act.js';
import { CommandService } from '../engine/command.service.js';
import { operator } from './operator.js';
import { withLiveApp } from './live-app.js';
import { loadAsSeen } from './seen-load.js';
import { OutboxStore } from '../notice/outbox.store.js';
import { linkTo } from '../notice/sign-in-mail.service.js';
import { SignInService } from '../people/sign-in/sign-in.service.js';
import { TokenStore } from '../people/token.store.js';
import { loadPeople } from '../people/people-file.js';
import { ConfigFolder } from '../platform/config-folder.js';
import { InputError } from '../platform/input-error.js';
import type { GivenSettings } from '../platform/settings.js';

export interface Loaded {
  readonly lines: string[];
  /** What was loaded all the same. */
  readonly warnings: string[];
}

export interface LoadRequest {
  readonly cycle: string;
  readonly people: string;
  readonly by?: string;
  /** Changes nothing. */
  readonly preview?: boolean;
  /** What a preview said: taken only if the same would come of it. */
  readonly shown?: string;
}

/** Loads a cycle with its people, or takes over what their files changed since. @throws InputError */
export async function load(
  given: GivenSettings,
  { cycle, people, by = operator, preview = false, shown }: LoadRequest,
): Promise<Loaded> {
  const folder = new ConfigFolder(given.configFolder);
  const blueprint = { ...loadCycle(folder, cycle), people: loadPeople(folder, people) };
  return withLiveApp(given, async (app) => {
    try {
      const warnings = warningsOf(blueprint);
      if (preview || shown !== undefined) {
        const seen = preview ? null : (shown ?? null);
        return { lines: await loadAsSeen(app, blueprint, { by, shown: seen }), warnings };
      }
      const isNew = await app.get(CycleService, { strict: false }).load(blueprint, by);
      const lines = [`${blueprint.plan.code}: ${isNew ? 'loaded and activated' : 'updated'}`];
      return { lines, warnings };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const file = folder.fileOf('cycles', cycle);
      throw new InputError({ file, line: null, field: null }, inWords(error));
    }
  });
}

function warningsOf({ plan, phases }: PlannedCycle): string[] {
  return uncoveredYearsOf(plan, phases).map(
    (year) =>
      `${plan.code}: no holidays of ${year} are known: every Monday to Friday counts as a working day`,
  );
}

/** Does to a cycle what a scenario's event would. @throws InputError, Refusal */
export async function perform(
  given: GivenSettings,
  text: string,
  { cycle, by = operator }: { cycle: string; by?: string },
): Promise<string[]> {
  const folder = new ConfigFolder(given.configFolder);
  return withLiveApp(given, async (app) => {
    const facts = await app.get(CycleStore, { strict: false }).facts(cycle);
    const act = readAct(text, loadInstrument(folder, facts.cycle.instrument));
    await app.get(CommandService, { strict: false }).perform(cycle, by, act);
    return [`${act.do}: done`];
  });
}

/** Mails that did not reach everybody, one JSON object a line. */
export async function mailTroubles(given: GivenSettings): Promise<string[]> {
  return withLiveApp(given, async (app) => {
    const troubles = await app.get(OutboxStore, { strict: false }).troubles();
    return troubles.map((mail) => JSON.stringify(mail));
  });
}

/** Rule 20: staff can resend. @throws InputError */
export async function resend(
  given: GivenSettings,
  id: string,
  { by = operator }: { by?: string },
): Promise<string[]> {
  return withLiveApp(given, async (app) => {
    const waits = await app.get(OutboxStore, { strict: false }).resend(id, by);
    if (waits) return [`${id}: waits to be sent again`];
    const problem = 'no mail of that id is bounced or failed; `siklus mails` lists those that are';
    throw new InputError({ file: 'mail', line: null, field: id }, problem);
  });
}

/** Issues a token of the API, or revokes them all. @throws InputError */
export async function token(
  given: GivenSettings,
  email: string,
  { days, revoke = false }: { days: string; revoke?: boolean },
): Promise<string[]> {
  if (!/^[1-9]\d{0,3}$/.test(days)) {
    const problem = `expected a number of days from 1 to 9999; found ${days}`;
    throw new InputError({ file: '--days', line: null, field: null }, problem);
  }
  return withLiveApp(given, async (app) => {
    const tokens = app.get(TokenStore, { strict: false });
    if (revoke) return [`${email}: ${await tokens.revoke(email)} revoked`];
    return [await tokens.issue(email, Number(days))];
  });
}

/** A link with which somebody signs in once, and an account for who had none. @throws InputError */
export async function invite(given: GivenSettings, email: string): Promise<string[]> {
  if (!isEmail(email)) {
    const problem = 'expected an e-mail address';
    throw new InputError({ file: email, line: null, field: null }, problem);
  }
  return withLiveApp(given, async (app) => {
    const token = await app.get(SignInService, { strict: false }).invite(email);
    return [linkTo(given, token)];
  });
}

/** Ends all sessions of somebody. What their programs do, `token --revoke` ends. */
export async function signOut(given: GivenSettings, email: string): Promise<string[]> {
  return withLiveApp(given, async (app) => {
    await app.get(SignInService, { strict: false }).signOutEverywhere(email.toLowerCase());
    return [`${email}: signed out everywhere`];
  });
}

/** Moves the clock of the running demonstration. @throws InputError when none runs */
export async function moveClock(given: GivenSettings, stride: string): Promise<string[]> {
  const url = `http://${given.host}:${given.port}/demonstrasi/jam`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ stride }),
  }).catch(() => null);
  if (response?.ok) return [((await response.json()) as { now: string }).now];
  const problem = 'no demonstration answers there: start it with `npm start`, or set HOST and PORT';
  throw new InputError({ file: url, line: null, field: null }, problem);
}
