import type { GridColumn } from './grid.js';
import type { Minutes, Outcome, OutcomeKind } from './minutes.js';
import { numberRanges } from './number-ranges.js';
import { shortDeadline, shortMoment } from './short-moment.js';
import { finishedWords, words } from './words.js';

type Column = GridColumn<Outcome>;

type Named =
  'no' | 'unit' | 'finished' | 'deadline' | 'basis' | 'sent' | 'owed' | 'verdicts' | 'findings';

const byKind: Readonly<Record<OutcomeKind, readonly Named[]>> = {
  'in-time': ['finished', 'sent', 'verdicts', 'findings'],
  extended: ['basis', 'finished', 'sent', 'verdicts', 'findings'],
  reopened: ['basis', 'finished', 'sent', 'verdicts', 'findings'],
  running: ['basis', 'owed'],
  late: ['deadline', 'basis', 'owed'],
  nihil: [],
  cancelled: [],
};

const sending = ['self-assessment', 'revision'];

/** Those that say something in this phase, of tasks that ended so. */
export function columnsOf(kind: OutcomeKind, minutes: Minutes): Column[] {
  const { phase, outcomes } = minutes;
  const own = outcomes.filter((each) => each.kind === kind);
  const isReview = phase.kind === 'review';
  const says: Readonly<Record<Named, boolean>> = {
    no: true,
    unit: true,
    finished: true,
    deadline: true,
    basis: own.some(({ given }) => given !== null),
    sent: sending.includes(phase.kind),
    owed: isReview || sending.includes(phase.kind),
    verdicts: isReview,
    findings: isReview,
  };
  const named: readonly Named[] = ['no', 'unit', ...byKind[kind]];
  const all = columns(minutes);
  return named.filter((name) => says[name]).map((name) => all[name]);
}

function columns({ cycle: { zone }, phase }: Minutes): Readonly<Record<Named, Column>> {
  // Reviews have the most columns: theirs take a moment on two lines.
  const moment = phase.kind === 'review' ? 62 : 96;
  return {
    no: { title: words.no, width: 24, value: (_, index) => `${index + 1}`, alignment: 'right' },
    unit: { title: words.unit, width: '*', value: bearer },
    finished: {
      title: finishedWords[phase.kind],
      width: moment,
      value: ({ finishedAt }) => (finishedAt === null ? '–' : shortMoment(finishedAt, zone)),
    },
    deadline: {
      title: words.deadline,
      width: moment,
      value: ({ deadline, deadlineDate }) => shortDeadline(deadline, deadlineDate, zone),
    },
    basis: { title: words.basis, width: 106, value: (outcome) => basisText(outcome, zone) },
    sent: { title: words.indicators, width: 70, value: ({ indicators }) => listed(indicators) },
    owed: { title: words.owed, width: 80, value: ({ owed }) => listed(owed) },
    verdicts: {
      title: words.verdicts,
      width: 58,
      value: ({ verdicts }) => `${verdicts?.accepted ?? 0} / ${verdicts?.refused ?? 0}`,
      alignment: 'center',
    },
    findings: { title: words.findings, width: 52, value: ({ findings }) => listed(findings) },
  };
}

function bearer({ unit, assessor }: Outcome): string {
  return [unit ?? words.shared, assessor !== null && words.by(assessor)].filter(Boolean).join('\n');
}

/** Until when it had time in the end, and by which letter. */
function basisText({ given, deadline, deadlineDate }: Outcome, zone: string): string {
  if (given === null) return '–';
  const until = words.until(shortDeadline(deadline, deadlineDate, zone));
  return [until, given.letter ?? words.noLetter, given.reason].filter(Boolean).join('\n');
}

function listed(indicators: readonly number[]): string {
  return indicators.length === 0 ? '–' : numberRanges(indicators);
}
