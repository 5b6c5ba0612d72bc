import { CycleService } from '../../cycle/cycle.service.js';
import { CycleStore } from '../../cycle/cycle.store.js';
import { JournalCheckService } from '../../cycle/journal-check.service.js';
import { storeFor } from '../../platform/files/files.module.js';
import type { GivenSettings } from '../../platform/settings.js';
import { withDatabase, withLiveApp } from '../live-app.js';
import { backUp } from './backup.js';
import { restore } from './restore.js';

export interface RestoreRequest {
  /** Leaves running cycles running. */
  readonly goOn?: boolean;
}

/** @returns what it holds, for people */
export async function backupCommand(given: GivenSettings, file: string): Promise<string[]> {
  return withDatabase(given, async (url) => {
    const store = await storeFor(given.evidence.store);
    const { taken, cycles, files, waiting } = await backUp(url, store, file);
    return [
      `${file}: everything of ${taken}`,
      `${cycles.length} cycles (${cycles.join(', ')}), ${files} files, ${waiting} mails that wait`,
    ];
  });
}

/**
 * What was sent after the backup is not known to it, so that running cycles come back paused: somebody who knows
 * what happened since has to resume them.
 */
export async function restoreCommand(
  given: GivenSettings,
  file: string,
  { goOn = false }: RestoreRequest,
): Promise<string[]> {
  return withDatabase(given, async (url) => {
    const manifest = await restore(url, await storeFor(given.evidence.store), file);
    const { taken, cycles, files, waiting } = manifest;
    return [
      `everything of ${taken}: ${cycles.length} cycles, ${files} files, ${waiting} mails that wait`,
      ...(await checkedAndPaused({ ...given, databaseUrl: url }, goOn)),
    ];
  });
}

async function checkedAndPaused(given: GivenSettings, goOn: boolean): Promise<string[]> {
  return withLiveApp(given, async (app) => {
    const all = await app.get(CycleStore, { strict: false }).all();
    const check = app.get(JournalCheckService, { strict: false });
    const lines: string[] = [];
    for (const { code, state } of all) {
      const { flaws, entries } = await check.verify(code);
      if (flaws.length > 0) throw new Error(`the journal of ${code} is damaged: siklus verify`);
      const isPaused = state === 'active' && !goOn;
      if (isPaused) {
        const cycles = app.get(CycleService, { strict: false });
        await cycles.perform(code, 'siklus restore', { do: 'pause' });
      }
      const now = isPaused ? 'paused: resume it when you know what was sent since' : state;
      lines.push(`${code}: journal of ${entries} entries intact, ${now}`);
    }
    return lines;
  });
}
