import type { Facts } from './cycle.js';
import type { Entry } from './journal.js';
import type { PhaseState, TaskState } from './machines.js';
import type { Matter, Notice } from './notice.js';
import type { MissedFate, MissedMail, MissedMove, OutageFacts } from './outage.js';
import { unitOf } from './people.js';
import { Directory } from './recipients.js';
import { closesAt } from './timeline.js';

/** So many of each are named; all are counted. */
export const mostNamed = 10;

/** By the names that they had when it was told. */
interface Named {
  readonly phase: string;
  /** Null: the whole phase, or a task of the coordinators. */
  readonly whose: string | null;
  readonly due: string;
}

export interface NamedMove extends Named {
  readonly move:
    | { readonly what: 'phase'; readonly to: PhaseState }
    | { readonly what: 'task'; readonly to: TaskState };
}

export interface NamedMail extends Named {
  readonly offset: string | null;
  readonly into: string | null;
}

export interface Counted<T> {
  readonly count: number;
  readonly first: readonly T[];
}

/** What the coordinators are told of an outage. The whole of it stands in the journal, and on its page. */
export interface OutageDigest {
  /** When the first thing was due that was late. */
  readonly since: string;
  readonly until: string;
  readonly phases: number;
  readonly tasks: number;
  readonly moves: Counted<NamedMove>;
  readonly mails: Readonly<Record<MissedFate, Counted<NamedMail>>>;
}

/** One notice to each who is a coordinator now. It names the phase in which the first thing was late. */
export function outageNotices(facts: Facts, outage: Entry): Notice[] {
  const told = outage.facts as unknown as OutageFacts;
  const due = outage.due.toString();
  const code = [...told.moves, ...told.mails].find((each) => each.due === due)?.phase;
  const phase = facts.phases.find((each) => each.code === code);
  if (!phase) return [];
  const matter: Matter = {
    occurrence: `outage ${outage.recorded.toString()}`,
    kind: 'outage',
    offset: null,
    phase: phase.code,
    unit: null,
    task: null,
    deadline: closesAt(phase, facts.cycle).at,
    facts: { outage: digestOf(facts, outage) },
  };
  const directory = new Directory(facts.people, facts.cycle);
  return directory.address(matter, directory.coordinators());
}

function digestOf(facts: Facts, { due, recorded, facts: known }: Entry): OutageDigest {
  const { moves, mails } = known as unknown as OutageFacts;
  const of = (fate: MissedFate): Counted<NamedMail> =>
    counted(
      mails.filter((mail) => mail.fate === fate),
      (mail) => ({ ...named(mail, facts), offset: mail.offset, into: mail.into }),
    );
  return {
    since: due.toString(),
    until: recorded.toString(),
    phases: moves.filter(({ what }) => what === 'phase').length,
    tasks: moves.filter(({ what }) => what === 'task').length,
    moves: counted(moves, (move) => ({
      ...named(move, facts),
      move: { what: move.what, to: move.to } as NamedMove['move'],
    })),
    mails: {
      late: of('late'),
      merged: of('merged'),
      lapsed: of('lapsed'),
      excused: of('excused'),
    },
  };
}

function counted<T, N>(all: readonly T[], name: (each: T) => N): Counted<N> {
  return { count: all.length, first: all.slice(0, mostNamed).map(name) };
}

function named(
  { phase, unit, assessor, due }: MissedMove | MissedMail,
  { phases, people }: Facts,
): Named {
  const whose = [
    unitOf(people, unit)?.name ?? unit,
    people.assessors.find(({ code }) => code === assessor)?.name ?? assessor,
  ];
  return {
    phase: phases.find(({ code }) => code === phase)?.title ?? phase,
    whose: whose.filter(Boolean).join(' / ') || null,
    due,
  };
}
