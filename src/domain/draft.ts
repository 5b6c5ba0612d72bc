import type { Temporal } from 'temporal-polyfill';
import type { Cycle, Facts, Phase, Task } from './cycle.js';
import { entry, type Entry } from './journal.js';
import {
  cycleMoves,
  move,
  phaseMoves,
  taskMoves,
  type CycleEvent,
  type PhaseEvent,
  type TaskEvent,
} from './machines.js';
import type { Assessor, Assignment, People, Person, Unit } from './people.js';
import { Refusal } from './refusal.js';

/** Why an order was given, and the number of the letter that it rests on. */
export interface Basis {
  readonly reason: string | null;
  readonly letter: string | null;
}

const noBasis: Basis = { reason: null, letter: null };

/** What a tick or a command has decided: rows to write, and the journal that explains them. */
export interface Decision {
  readonly cycle: Cycle | null;
  readonly phases: readonly Phase[];
  readonly removedPhases: readonly string[];
  readonly tasks: readonly Task[];
  readonly units: readonly Unit[];
  readonly assessors: readonly Assessor[];
  /** All of them, or null when they stay. */
  readonly coordinators: readonly Person[] | null;
  /** Undefined when they stay. */
  readonly sekda: Person | null | undefined;
  readonly assigned: readonly Assignment[];
  readonly unassigned: readonly Assignment[];
  readonly journal: readonly Entry[];
}

type Note = Partial<Pick<Entry, 'due' | 'why' | 'facts'>>;
type Record = Omit<Parameters<typeof entry>[0], 'due' | 'recorded' | 'who'> & {
  due?: Temporal.Instant;
};

const keyOf = ({ assessor, unit }: Assignment): string => JSON.stringify([assessor, unit]);

/**
 * Facts under change. Every move goes through here: it checks the table of the state machine and writes
 * the journal, and the next rule sees what the one before it decided.
 */
export class Draft {
  private changedCycle: Cycle | null = null;
  private phaseByCode: Map<string, Phase>;
  private readonly taskById: Map<string, Task>;
  private readonly unitByCode: Map<string, Unit>;
  private readonly assessorByCode: Map<string, Assessor>;
  private assignments: readonly Assignment[];
  private readonly changedPhases = new Set<string>();
  private readonly changedTasks = new Set<string>();
  private readonly changedUnits = new Set<string>();
  private readonly changedAssessors = new Set<string>();
  private coordinators: readonly Person[] | null = null;
  private sekda: Person | null | undefined;
  private readonly journal: Entry[] = [];

  constructor(
    private readonly given: Facts,
    readonly now: Temporal.Instant,
    private readonly who: string,
    readonly basis: Basis = noBasis,
  ) {
    this.phaseByCode = new Map(given.phases.map((phase) => [phase.code, phase]));
    this.taskById = new Map(given.tasks.map((task) => [task.id, task]));
    this.unitByCode = new Map(given.people.units.map((unit) => [unit.code, unit]));
    this.assessorByCode = new Map(given.people.assessors.map((each) => [each.code, each]));
    this.assignments = given.people.assignments;
  }

  get facts(): Facts {
    return {
      cycle: this.changedCycle ?? this.given.cycle,
      phases: [...this.phaseByCode.values()],
      tasks: [...this.taskById.values()],
      people: {
        coordinators: this.coordinators ?? this.given.people.coordinators,
        units: [...this.unitByCode.values()],
        assessors: [...this.assessorByCode.values()],
        assignments: this.assignments,
        sekda: this.sekda === undefined ? this.given.people.sekda : this.sekda,
      },
    };
  }

  get cycle(): Cycle {
    return this.changedCycle ?? this.given.cycle;
  }

  /** @throws Refusal unknown_phase */
  phase(code: string): Phase {
    const phase = this.phaseByCode.get(code);
    if (!phase) throw new Refusal('unknown_phase', { phase: code });
    return phase;
  }

  get phases(): Phase[] {
    return [...this.phaseByCode.values()];
  }

  /** A unit that takes part. @throws Refusal unknown_unit */
  unit(code: string): Unit {
    const unit = this.unitByCode.get(code);
    if (!unit || unit.retired) throw new Refusal('unknown_unit', { unit: code });
    return unit;
  }

  /** All tasks that still count: cancelled ones are history. */
  tasks(of: Partial<Pick<Task, 'phase' | 'unit' | 'assessor'>> = {}): Task[] {
    return [...this.taskById.values()].filter(
      (task) =>
        task.state !== 'cancelled' &&
        (of.phase === undefined || task.phase === of.phase) &&
        (of.unit === undefined || task.unit === of.unit) &&
        (of.assessor === undefined || task.assessor === of.assessor),
    );
  }

  hasTask(id: string): boolean {
    return this.taskById.has(id);
  }

  moveCycle(event: CycleEvent, note: Note = {}): void {
    const from = this.cycle.state;
    const to = move(cycleMoves, from, event);
    this.changedCycle = { ...this.cycle, state: to };
    this.record({ what: 'cycle', from, to, ...note });
  }

  movePhase(phase: Phase, event: PhaseEvent, change: Partial<Phase> = {}, note: Note = {}): void {
    const to = move(phaseMoves, phase.state, event, { phase: phase.code });
    this.setPhase({ ...phase, ...change, state: to });
    if (to === phase.state) return;
    this.record({ what: 'phase', phase: phase.code, from: phase.state, to, ...note });
  }

  moveTask(task: Task, event: TaskEvent, change: Partial<Task> = {}, note: Note = {}): Task {
    const to = move(taskMoves, task.state, event, { phase: task.phase, unit: task.unit ?? '' });
    const moved = { ...task, ...change, state: to };
    this.setTask(moved);
    if (to !== task.state) this.recordTask(moved, { from: task.state, to, ...note });
    return moved;
  }

  addTask(task: Task, note: Note): void {
    this.setTask(task);
    this.recordTask(task, { from: null, to: task.state, ...note });
  }

  setCycle(cycle: Cycle): void {
    this.changedCycle = cycle;
  }

  /** All phases, in the order of the file. */
  setPhases(phases: readonly Phase[]): void {
    this.phaseByCode = new Map();
    for (const phase of phases) this.setPhase(phase);
  }

  setPhase(phase: Phase): void {
    this.phaseByCode.set(phase.code, phase);
    this.changedPhases.add(phase.code);
  }

  setTask(task: Task): void {
    this.taskById.set(task.id, task);
    this.changedTasks.add(task.id);
  }

  setUnit(unit: Unit): void {
    this.unitByCode.set(unit.code, unit);
    this.changedUnits.add(unit.code);
  }

  setAssessor(assessor: Assessor): void {
    this.assessorByCode.set(assessor.code, assessor);
    this.changedAssessors.add(assessor.code);
  }

  setCoordinators(coordinators: readonly Person[]): void {
    this.coordinators = coordinators;
  }

  setSekda(sekda: Person | null): void {
    this.sekda = sekda;
  }

  /** Everybody, of a cycle that had nobody. */
  setPeople({ coordinators, units, assessors, assignments, sekda }: People): void {
    this.setSekda(sekda);
    this.setCoordinators(coordinators);
    for (const unit of units) this.setUnit(unit);
    for (const assessor of assessors) this.setAssessor(assessor);
    this.assignments = assignments;
  }

  assign(assignment: Assignment): void {
    this.assignments = [...this.assignments, assignment];
  }

  unassign(assignment: Assignment): void {
    this.assignments = this.assignments.filter((each) => keyOf(each) !== keyOf(assignment));
  }

  /** With the reason and the letter of the order, in every entry that it leaves. */
  record(given: Record): void {
    const { now, who, basis } = this;
    const { reason: why, letter } = basis;
    const facts = letter === null ? (given.facts ?? {}) : { ...given.facts, letter };
    this.journal.push(entry({ due: now, why, ...given, facts, recorded: now, who }));
  }

  decision(): Decision {
    const before = this.given.people.assignments;
    const then = new Set(before.map(keyOf));
    const today = new Set(this.assignments.map(keyOf));
    const picked = <T>(codes: Set<string>, from: Map<string, T>): T[] =>
      [...from].flatMap(([code, value]) => (codes.has(code) ? [value] : []));
    return {
      cycle: this.changedCycle,
      phases: picked(this.changedPhases, this.phaseByCode),
      removedPhases: this.given.phases
        .map(({ code }) => code)
        .filter((code) => !this.phaseByCode.has(code)),
      tasks: picked(this.changedTasks, this.taskById),
      units: picked(this.changedUnits, this.unitByCode),
      assessors: picked(this.changedAssessors, this.assessorByCode),
      coordinators: this.coordinators,
      sekda: this.sekda,
      assigned: this.assignments.filter((each) => !then.has(keyOf(each))),
      unassigned: before.filter((each) => !today.has(keyOf(each))),
      journal: this.journal,
    };
  }

  private recordTask(task: Task, given: Note & { from: string | null; to: string }): void {
    const { phase, unit, assessor, id } = task;
    this.record({ what: 'task', phase, unit, assessor, task: id, ...given });
  }
}
