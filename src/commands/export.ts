import { cycleText } from '../cycle/cycle-text.js';
import { CycleStore } from '../cycle/cycle.store.js';
import { loadHolidays } from '../cycle/holidays-file.js';
import { nextYear } from '../domain/next-year.js';
import { peopleText } from '../people/people-text.js';
import { ConfigFolder } from '../platform/config-folder.js';
import type { GivenSettings } from '../platform/settings.js';
import { withLiveApp } from './live-app.js';

/** The file that a cycle, or its people, can be loaded from, as they are now. @throws UnknownCycle */
export async function exported(
  given: GivenSettings,
  what: 'cycle' | 'people',
  code: string,
): Promise<string[]> {
  const { cycle, phases, people } = await factsOf(given, code);
  return linesOf(what === 'cycle' ? cycleText(cycle, phases) : peopleText(people));
}

export interface NextRequest {
  readonly code: string;
  readonly title?: string;
  readonly instrument?: string;
  readonly holidays?: string;
  readonly years: string;
}

/** The cycle of a coming year, with dates that are the same working days of their months. @throws UnknownCycle, InputError */
export async function next(
  given: GivenSettings,
  from: string,
  { code, title, instrument, holidays, years }: NextRequest,
): Promise<string[]> {
  const { cycle, phases } = await factsOf(given, from);
  const folder = new ConfigFolder(given.configFolder);
  const copy = nextYear(cycle, phases, {
    code,
    title: title ?? cycle.title,
    instrument: instrument ?? cycle.instrument,
    holidays: holidays === undefined ? [] : loadHolidays(folder, holidays, cycle.jointLeave),
    years: Number(years),
  });
  return linesOf(cycleText(copy.plan, copy.phases));
}

function factsOf(given: GivenSettings, code: string) {
  return withLiveApp(given, (app) => app.get(CycleStore, { strict: false }).facts(code));
}

function linesOf(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}
