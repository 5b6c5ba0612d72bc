import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { userInfo } from 'node:os';
import { EarlierResults } from '../assessment/earlier/earlier-results.service.js';
import { InputError } from '../platform/input-error.js';
import type { GivenSettings } from '../platform/settings.js';
import { withLiveApp } from './live-app.js';

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
  readonly by?: string;
}

/** Brings the result of an earlier year into a cycle. @throws InputError, UnknownCycle */
export async function importResult(
  given: GivenSettings,
  file: string,
  { cycle, differs = '', replaces = '', by, ...form }: ResultRequest,
): Promise<string[]> {
  const asked = { form, file: { name: basename(file), bytes: bytesOf(file) } };
  const who = by ?? `operator ${userInfo().username}`;
  return withLiveApp(given, async (app) => {
    const service = app.get(EarlierResults, { strict: false });
    const plan = await service.takeAs(cycle, who, asked, { differs, replaces });
    const { code, stated, published } = plan;
    return [
      `${code}: ${stated.index} ${stated.predikat}, imported into ${cycle}`,
      `computed from its levels: ${published.index}`,
    ];
  });
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new InputError({ file, line: null, field: null }, 'cannot be read: is it there?');
  }
}
