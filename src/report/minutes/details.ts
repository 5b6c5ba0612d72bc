import type { Content } from 'pdfmake';
import { plainDate } from '../../notice/letter/words/dates.js';
import { changeLine } from './change-line.js';
import { grid, type GridColumn } from './grid.js';
import {
  outcomeKinds,
  type Minutes,
  type NihilLine,
  type Outcome,
  type RefusedLine,
  type VersionLine,
} from './minutes.js';
import { columnsOf } from './outcome-columns.js';
import { shortDeadline } from './short-moment.js';
import { outcomeWords, words } from './words.js';

/** What the phase went through, and the letters that it rests on. */
export function changesPart(minutes: Minutes): Content {
  const { versions, cycle } = minutes;
  if (versions.length === 0) return { text: words.noChanges, margin: [0, 0, 0, 8] };
  const columns: GridColumn<VersionLine>[] = [
    { title: words.version, width: 34, value: ({ number }) => `${number}`, alignment: 'center' },
    {
      title: words.at,
      width: 72,
      value: ({ at }) => plainDate(at.toZonedDateTimeISO(cycle.zone).toPlainDate()),
    },
    {
      title: words.change,
      width: '*',
      value: ({ changes }) => changes.map((each) => changeLine(each, minutes)).join('\n'),
    },
    { title: words.letter, width: 90, value: ({ letter }) => letter ?? words.noLetter },
    { title: words.reason, width: 100, value: ({ reason }) => reason ?? '–' },
  ];
  return grid(words.changes, columns, versions);
}

/** How many of each; those of which there are none are left out. */
export function summaryPart({ outcomes, without, phase }: Minutes): Content {
  const counts = outcomeKinds
    .map((kind) => [outcomeWords[phase.kind][kind], countOf(outcomes, kind)] as const)
    .filter(([, count]) => count > 0);
  const rows = [
    ...counts,
    [words.total, outcomes.length] as const,
    ...(without.length > 0 ? [[words.without, without.length] as const] : []),
  ];
  return grid(
    phase.title,
    [
      { title: words.state, width: '*', value: ([name]) => name },
      { title: words.count, width: 60, value: ([, count]) => `${count}`, alignment: 'right' },
    ],
    rows,
  );
}

function countOf(outcomes: readonly Outcome[], kind: Outcome['kind']): number {
  return outcomes.filter((each) => each.kind === kind).length;
}

/** One table for each way in which tasks have ended. */
export function outcomeParts(minutes: Minutes): Content[] {
  const { outcomes, phase, without } = minutes;
  const tables = outcomeKinds.flatMap((kind) => {
    const own = outcomes.filter((each) => each.kind === kind);
    if (own.length === 0) return [];
    const title = `${outcomeWords[phase.kind][kind]} (${own.length})`;
    return [grid(title, columnsOf(kind, minutes), own)];
  });
  const left: Content[] =
    without.length === 0
      ? []
      : [{ text: `${words.without}: ${without.join('; ')}.`, margin: [0, 0, 0, 8] }];
  const none: Content[] = outcomes.length === 0 ? [{ text: words.noTasks }] : [];
  return [...tables, ...none, ...left];
}

export function decidedParts({ decided }: Minutes): Content[] {
  return decided.map(({ title, columns: [first, second], rows }) =>
    grid(
      title,
      [
        { title: first, width: '*', value: ([name]) => name },
        { title: second, width: 190, value: ([, value]) => value },
      ],
      rows,
    ),
  );
}

export function refusedPart({ refused, cycle: { zone } }: Minutes): Content[] {
  if (refused.length === 0) return [];
  const lines = (...parts: readonly string[]): string => parts.filter(Boolean).join('\n');
  const columns: GridColumn<RefusedLine>[] = [
    { title: words.unit, width: '*', value: ({ unit, askedBy }) => lines(unit, askedBy) },
    {
      title: words.askedUntil,
      width: 62,
      value: ({ asked }) => shortDeadline(asked.deadline, asked.deadlineDate, zone),
    },
    {
      title: words.askedReason,
      width: 120,
      value: ({ letter, reason }) => lines(letter, reason),
    },
    { title: words.refusal, width: 120, value: ({ decidedBy, note }) => lines(decidedBy, note) },
  ];
  return [grid(words.refused, columns, refused)];
}

export function nihilPart({ nihil }: Minutes): Content[] {
  if (nihil.length === 0) return [];
  const columns: GridColumn<NihilLine>[] = [
    { title: words.indicator, width: '*', value: ({ indicator, name }) => `${indicator}. ${name}` },
    { title: words.unit, width: 110, value: ({ unit }) => unit },
    { title: words.nihilReason, width: 110, value: ({ reason }) => reason },
    {
      title: words.decidedBy,
      width: 100,
      value: ({ decidedBy, note }) => [decidedBy, note].filter(Boolean).join(': '),
    },
  ];
  return [grid(words.nihil, columns, nihil)];
}
