import type { Audit } from './auditor.js';
import { tickSeconds } from './parts.js';
import type { Survived } from './run.js';

/** What people read: each fault, how often, how long until all was well, and what came again. */
export function table(survived: readonly Survived[], months: readonly Audit[]): string {
  const byFault = new Map<string, Survived[]>();
  for (const each of survived) {
    const name = each.fault.includes(' + ') ? 'two of them at once' : each.fault;
    byFault.set(name, [...(byFault.get(name) ?? []), each]);
  }
  const rows = [...byFault]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, all]) => row(name, all));
  const quick = survived.filter(({ recovery }) => recovery <= 2000 * tickSeconds).length;
  const sum = (of: (month: Audit) => number): number =>
    months.reduce((total, month) => total + of(month), 0);
  return [
    '| fault | times | recovered after, median | 95 % | longest | mails that came again |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
    `${quick} of ${survived.length} recovered within two ticks of ${tickSeconds} seconds`,
    `${months.length} months, ${sum(({ mails }) => mails)} mails, ${sum(({ moves }) => moves)} moves; ` +
      `${sum(({ lost }) => lost.length)} lost, ${sum(({ plannedTwice }) => plannedTwice.length)} planned twice, ` +
      `${sum(({ wrongMoves }) => wrongMoves.length)} wrong moves, ${sum(({ repeats }) => repeats)} came again, ` +
      `${sum(({ wrongRepeats }) => wrongRepeats.length)} of them for no reason`,
    '',
  ].join('\n');
}

function row(name: string, all: readonly Survived[]): string {
  const times = all.map(({ recovery }) => recovery).sort((a, b) => a - b);
  const at = (part: number): string => {
    const time = times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
    return `${(time / 1000).toFixed(1)} s`;
  };
  const repeats = all.reduce((total, each) => total + each.repeats, 0);
  return `| ${name} | ${all.length} | ${at(0.5)} | ${at(0.95)} | ${at(1)} | ${repeats} |`;
}
