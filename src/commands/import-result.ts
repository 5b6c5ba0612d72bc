import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { EarlierResults } from '../assessment/earlier/earlier-results.service.js';
import type { ImportPlan } from '../assessment/earlier/import-plan.js';
import type { Difference } from '../assessment/earlier/imported-result.js';
import type { Consent } from '../assessment/earlier/result-form.js';
import { predikatOf } from '../domain/scoring.js';
import { InputError } from '../platform/input-error.js';
import type { GivenSettings } from '../platform/settings.js';
import { withLiveApp } from './live-app.js';
import { operator } from './operator.js';
import { looking, OnlyLooked } from './only-looked.js';

export interface ResultRequest {
  readonly cycle: string;
  readonly year: string;
  readonly instrument: string;
  readonly index: string;
  readonly predikat: string;
  /** Why what was announced is not what the levels come to. */
  readonly differs?: string;
  /** Why it takes the place of what was imported before. */
  readonly replaces?: string;
  /** Else it is only shown. */
  readonly yes?: boolean;
  readonly by?: string;
}

/**
 * Shows what a table says of an earlier year and what is to be explained in it, and takes it if asked to.
 * @throws InputError, UnknownCycle
 */
export async function importResult(
  given: GivenSettings,
  file: string,
  { cycle, differs, replaces, yes = false, by, ...form }: ResultRequest,
): Promise<string[]> {
  const consent = { ...(differs && { differs }), ...(replaces && { replaces }) };
  const asked = { form, file: { name: basename(file), bytes: bytesOf(file) }, consent };
  const who = by ?? operator;
  return withLiveApp(given, async (app) => {
    const service = app.get(EarlierResults, { strict: false });
    const look = (plan: ImportPlan): void => {
      if (yes) return;
      throw new OnlyLooked([...planLines(plan, consent), 'nothing was changed: --yes takes it']);
    };
    return looking(async () => {
      const plan = await service.takeAs(cycle, who, asked, look);
      return [...planLines(plan, consent), `${plan.code}: imported into ${cycle}`];
    });
  });
}

function planLines(plan: ImportPlan, { differs, replaces: replacing }: Consent): string[] {
  const { code, instrument, levels, claimed, notes, stated, published, replaces } = plan;
  const count = (of: object): number => Object.keys(of).length;
  const needs = (option: string, reason: string | undefined): string =>
    reason === undefined ? `; --${option} has to say why` : '';
  return [
    `${code}, ${instrument.code}: ${count(levels)} levels, ${count(claimed)} claims, ${count(notes)} notes`,
    `announced: ${stated.index} ${stated.predikat}`,
    `computed from its levels: ${published.index} ${published.predikat}`,
    ...plan.differences.map((each) => `${flaws[each](plan)}${needs('differs', differs)}`),
    ...(replaces
      ? [`replaces what ${replaces.importedBy} imported${needs('replaces', replacing)}`]
      : []),
  ];
}

const flaws: Readonly<Record<Difference, (plan: ImportPlan) => string>> = {
  index: () => 'the announced index is not what the levels come to',
  predikat: ({ instrument, stated: { index } }) =>
    `the announced predikat is not that of ${index}, which is ${predikatOf(instrument, index)}`,
};

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new InputError({ file, line: null, field: null }, 'cannot be read: is it there?');
  }
}
