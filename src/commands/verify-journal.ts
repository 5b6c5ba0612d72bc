import { CycleStore } from '../cycle/cycle.store.js';
import { JournalCheckService, type Verdict } from '../cycle/journal-check.service.js';
import type { Flaw, Recorded } from '../domain/journal-check.js';
import type { GivenSettings } from '../platform/settings.js';
import { withLiveApp } from './live-app.js';

export interface JournalReport {
  /** One line a cycle whose journal is what was recorded. */
  readonly intact: readonly string[];
  /** One line a problem. */
  readonly problems: readonly string[];
}

/** Rule 19: holds the journal of one cycle, or of each, against its hashes. @throws UnknownCycle */
export async function verifyJournals(
  given: GivenSettings,
  cycle: string | null,
): Promise<JournalReport> {
  return withLiveApp(given, async (app) => {
    const all = app.get(CycleStore, { strict: false });
    const codes = cycle === null ? (await all.all()).map(({ code }) => code) : [cycle];
    const check = app.get(JournalCheckService, { strict: false });
    const intact: string[] = [];
    const problems: string[] = [];
    for (const code of codes) {
      const verdict = await check.verify(code);
      if (verdict.flaws.length === 0) intact.push(`${code}: ${praised(verdict)}`);
      else problems.push(...blamed(verdict).map((line) => `${code}: ${line}`));
    }
    return { intact, problems };
  });
}

function praised({ entries, head }: Verdict): string {
  return `${entries} entries, intact, head ${head}`;
}

function blamed({ flaws, furtherFlaws }: Verdict): string[] {
  const further = furtherFlaws === 0 ? [] : [`and ${furtherFlaws} more problems`];
  return [...flaws.map(inWords), ...further];
}

function inWords(flaw: Flaw): string {
  switch (flaw.is) {
    case 'changed':
      return flaw.entry.number === 1
        ? `${named(flaw.entry)} was changed`
        : `${named(flaw.entry)} was changed, or entry ${flaw.entry.number - 1} together with its hash`;
    case 'removed':
      return `${span(flaw)} removed`;
    case 'moved':
      return `${named(flaw.entry)} was moved: by its id it stands before ${named(flaw.before)}`;
    case 'inserted':
      return `${named(flaw.entry)} was inserted: its place is taken, or the head knows nothing of it`;
    case 'cut-off':
      return `${span(flaw)} cut off from the end`;
    case 'other-head':
      return `the head does not match entry ${flaw.entries}: it says ${flaw.head.hash}`;
    case 'no-head':
      return 'the head is gone';
  }
}

function named({ number, id, what, recorded }: Recorded): string {
  return `entry ${number} (id ${id}, ${what}, recorded ${recorded.toString()})`;
}

function span({ from, to }: { from: number; to: number }): string {
  return from === to ? `entry ${from} was` : `entries ${from} to ${to} were`;
}
