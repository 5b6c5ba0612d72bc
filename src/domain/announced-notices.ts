import { Temporal } from 'temporal-polyfill';
import type { PublishedResult } from './commands/command.js';
import type { Facts, Task } from './cycle.js';
import { missing } from './guard.js';
import type { Entry, What } from './journal.js';
import type { Matter, Notice, NoticeFacts, Recipient } from './notice.js';
import type { NoticeKind } from './notice-kind.js';
import { addressKey, type Directory } from './recipients.js';
import { closesAt } from './timeline.js';

/** What the planner needs to turn an entry of the journal into notices. */
interface Context {
  readonly facts: Facts;
  readonly directory: Directory;
  readonly task: (id: string | null) => Task | undefined;
}

type Planner = (entry: Entry, context: Context) => Notice[];

/** Who is told of a task. */
type To = (task: Task, directory: Directory) => Recipient[];

/** What there is to tell, and the entry that it comes from. */
interface News {
  readonly kind: NoticeKind;
  readonly entry: Entry;
  readonly facts: NoticeFacts;
  readonly to: To;
}

const bearers: To = (task, directory) => directory.bearersOf(task);
const responsible: To = ({ unit }, directory) =>
  unit === null ? directory.coordinators() : directory.admins(unit);

const deciders: To = (_, directory) => directory.coordinators();

/** By what became of a request; `extended` tells of one that was granted. */
const requestNotices: Readonly<Record<string, Pick<News, 'kind' | 'to'>>> = {
  waiting: { kind: 'extension-asked', to: deciders },
  refused: { kind: 'extension-refused', to: responsible },
};

/** Rule 10: what each kind of entry gives notice of; the others tell nobody. */
const planners: Partial<Record<What, Planner>> = {
  cycle: (entry, context) =>
    strings(entry.facts['blocked']).flatMap((phase) => blocked({ ...entry, phase }, context)),
  phase: (entry, context) => (entry.to === 'blocked' ? blocked(entry, context) : []),
  task: (entry, context) => {
    const findings = numbers(entry.facts['findings']);
    if (entry.to !== 'finished' || findings.length === 0) return [];
    return aboutTask({ kind: 'returned', entry, facts: { findings }, to: responsible }, context);
  },
  deadline: (entry, context) => {
    return aboutTask({ kind: 'rescheduled', entry, facts: moved(entry), to: bearers }, context);
  },
  extended: (entry, context) => {
    const facts = { ...moved(entry), reason: entry.why };
    // Two reviews of one unit are extended together: its admins hear of it once.
    const occurrence = `extended ${entry.phase} ${entry.unit} ${entry.recorded.toString()} ${entry.to}`;
    const notices = aboutTask({ kind: 'extended', entry, facts, to: responsible }, context);
    return notices.map((notice) => ({ ...notice, occurrence }));
  },
  'admins-replaced': (entry, context) => {
    const newcomers = new Set(strings(entry.facts['newcomers']));
    const to: To = (task, directory) =>
      responsible(task, directory).filter((admin) => newcomers.has(addressKey(admin)));
    return aboutTasks({ kind: 'handover', entry, facts: {}, to }, context);
  },
  assigned: (entry, context) =>
    aboutTasks({ kind: 'assigned', entry, facts: {}, to: bearers }, context),
  unassigned: (entry, context) =>
    aboutTasks({ kind: 'unassigned', entry, facts: {}, to: bearers }, context),
  commented,
  'extension-request': requested,
  published: (entry, context) => {
    const result = entry.facts['result'] as PublishedResult;
    const to: To = (_, directory) => directory.audienceOfResult();
    return aboutTask({ kind: 'cycle-closed', entry, facts: { result }, to }, context);
  },
};

/** The notices of what people did, and of what a phase could not do. */
export function announced(facts: Facts, news: readonly Entry[], directory: Directory): Notice[] {
  const tasks = new Map(facts.tasks.map((task) => [task.id, task]));
  const context = { facts, directory, task: (id: string | null) => tasks.get(id ?? '') };
  return withoutDetours(news).flatMap((entry) => planners[entry.what]?.(entry, context) ?? []);
}

function blocked(entry: Entry, { facts, directory }: Context): Notice[] {
  const phase = facts.phases.find(({ code }) => code === entry.phase);
  if (!phase) return [];
  const matter: Matter = {
    occurrence: `${phase.code} blocked ${entry.recorded.toString()}`,
    kind: 'blocked',
    offset: null,
    phase: phase.code,
    unit: null,
    task: null,
    deadline: closesAt(phase, facts.cycle).at,
    facts: { missing: missing(phase, facts) },
  };
  return directory.address(matter, directory.coordinators());
}

/** A word in the thread on an answer, to whoever stands on the other side of it. */
function commented(entry: Entry, { facts, directory }: Context): Notice[] {
  const { unit, facts: said } = entry;
  const begun = facts.phases.filter(({ state }) => state === 'open' || state === 'closed');
  const phase = begun.findLast(({ state }) => state === 'open') ?? begun.at(-1);
  if (unit === null || !phase) return [];
  const matter: Omit<Matter, 'task'> = {
    occurrence: `comment ${String(said['comment'])}`,
    kind: 'comment',
    offset: null,
    phase: phase.code,
    unit,
    deadline: closesAt(phase, facts.cycle).at,
    facts: { indicator: Number(said['indicator']), objection: said['objection'] === true },
  };
  const toUnit = said['side'] === 'unit' ? [] : directory.admins(unit);
  const reviews = said['side'] === 'assessor' ? [] : latestReviews(facts, unit);
  return [
    ...directory.address({ ...matter, task: null }, toUnit),
    ...reviews.flatMap((task) =>
      directory.address({ ...matter, task: task.id }, directory.bearersOf(task)),
    ),
  ];
}

/** To who decides that somebody asks for more time, and to who asked that there is none. */
function requested(entry: Entry, context: Context): Notice[] {
  const { to, why, facts } = entry;
  const [request, wish] = [String(facts['request']), String(facts['wish'])];
  const kind = requestNotices[to ?? ''];
  if (!kind) return [];
  const said = { request, wish, reason: why };
  const told =
    kind.kind === 'extension-asked' ? { ...said, letter: String(facts['letter']) } : said;
  const notices = aboutTask({ ...kind, entry, facts: told }, context);
  return notices.map((notice) => ({ ...notice, occurrence: `${kind.kind} ${request}` }));
}

/** Of each assessor of the unit, the review that they have or had last. */
function latestReviews({ phases, tasks }: Facts, unit: string): Task[] {
  const reviews = phases.filter(({ kind }) => kind === 'review').map(({ code }) => code);
  const own = tasks.filter(
    (task) => task.unit === unit && reviews.includes(task.phase) && task.state !== 'cancelled',
  );
  const latest = new Map(own.map((task) => [task.assessor, task]));
  for (const task of own) {
    const known = latest.get(task.assessor) ?? task;
    if (reviews.indexOf(task.phase) >= reviews.indexOf(known.phase)) {
      latest.set(task.assessor, task);
    }
  }
  return [...latest.values()];
}

/** One entry that speaks of several tasks. */
function aboutTasks(news: News, context: Context): Notice[] {
  return strings(news.entry.facts['tasks']).flatMap((task) =>
    aboutTask({ ...news, entry: { ...news.entry, task } }, context),
  );
}

function aboutTask({ kind, entry, facts, to }: News, { directory, task: find }: Context): Notice[] {
  const task = find(entry.task);
  if (!task) return [];
  const matter: Matter = {
    occurrence: `${task.id} ${kind} ${entry.recorded.toString()} ${entry.to ?? ''}`,
    kind,
    offset: null,
    phase: task.phase,
    unit: task.unit,
    task: task.id,
    // Of a moved deadline the one that this entry set: if it moved again, the notice is no longer true.
    deadline: movesDeadline(entry) ? Temporal.Instant.from(entry.to) : task.deadline,
    facts,
  };
  return directory.address(matter, to(task, directory));
}

/** From which date, and by which letter. */
function moved({ from, facts }: Entry): NoticeFacts {
  const { oldDate, letter } = facts;
  const told = { oldDeadline: from ?? '', oldDate: String(oldDate) };
  return typeof letter === 'string' ? { ...told, letter } : told;
}

function movesDeadline(entry: Entry): entry is Entry & { readonly to: string } {
  return (entry.what === 'deadline' || entry.what === 'extended') && entry.to !== null;
}

/**
 * A deadline that was moved more than once before anybody could be told is told of once: from the date
 * that people know to the one that holds, and not at all when the two are the same.
 */
function withoutDetours(news: readonly Entry[]): Entry[] {
  const first = new Map<string, Entry>();
  const last = new Map<string, Entry>();
  for (const entry of news.filter(movesDeadline)) {
    const task = entry.task ?? '';
    if (!first.has(task)) first.set(task, entry);
    if (entry.what === 'deadline') last.set(task, entry);
  }
  return news.flatMap((entry) => {
    const start = first.get(entry.task ?? '');
    if (!movesDeadline(entry) || !start) return [entry];
    const isPassed = last.get(entry.task ?? '') !== entry || start.from === entry.to;
    if (entry.what === 'deadline' && isPassed) return [];
    const facts = { ...entry.facts, oldDate: start.facts['oldDate'] };
    return [{ ...entry, from: start.from, facts }];
  });
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function numbers(value: unknown): number[] {
  return Array.isArray(value) ? value.map(Number) : [];
}
