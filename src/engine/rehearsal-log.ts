import type { Facts } from '../domain/cycle.js';
import type { Step } from '../domain/forecast.js';
import { inLogOrder, journalLine, type Line } from './scenario/log.js';
import { plannedLine } from './scenario/planned-line.js';

/** What a rehearsal gave, as the log of a scenario says it. */
export function rehearsalLog(steps: Iterable<Step>, { cycle, phases }: Facts): Line[] {
  const lines = [...steps].flatMap(({ at, journal, mails }) => [
    ...journal.flatMap((entry) => journalLine(entry, cycle.zone) ?? []),
    ...mails.map((mail) => plannedLine({ ...mail, at }, cycle.zone)),
  ]);
  return inLogOrder(
    lines,
    phases.map(({ code }) => code),
  );
}
