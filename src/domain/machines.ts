import { Refusal, type RefusalCode } from './refusal.js';

export type CycleState = 'draft' | 'active' | 'paused';
export type CycleEvent = 'activate' | 'pause' | 'resume';

export type PhaseState = 'scheduled' | 'blocked' | 'open' | 'closed';
export type PhaseEvent = 'open' | 'block' | 'postpone' | 'override' | 'close';

export type TaskState = 'todo' | 'in-progress' | 'finished' | 'lapsed' | 'cancelled';
export type TaskEvent = 'start' | 'finish' | 'accept' | 'lapse' | 'extend' | 'cancel';

/** Where an event leads from a state, or the code of rule 18 with which it is refused. */
export type Moves<S extends string, E extends string> = Readonly<
  Record<S, Readonly<Record<E, S | { readonly refused: RefusalCode }>>>
>;

const no = (refused: RefusalCode): { readonly refused: RefusalCode } => ({ refused });

/** Rule 17. That the result is out is a fact of the report's task, not a state: a paused cycle can publish. */
// prettier-ignore
export const cycleMoves: Moves<CycleState, CycleEvent> = {
  draft:  { activate: 'active',           pause: no('not_open'),       resume: no('not_paused') },
  active: { activate: no('already_open'), pause: 'paused',             resume: no('not_paused') },
  paused: { activate: no('already_open'), pause: no('already_paused'), resume: 'active'         },
};

/** Rule 6. A blocked phase has no way to close: somebody has to look at it first. */
// prettier-ignore
export const phaseMoves: Moves<PhaseState, PhaseEvent> = {
  scheduled: { open: 'open',               block: 'blocked',            postpone: 'scheduled',          override: no('not_open'),       close: no('not_open')       },
  blocked:   { open: 'open',               block: 'blocked',            postpone: 'scheduled',          override: 'open',               close: no('not_open')       },
  open:      { open: no('already_open'),   block: no('already_open'),   postpone: no('already_open'),   override: no('already_open'),   close: 'closed'             },
  closed:    { open: no('already_closed'), block: no('already_closed'), postpone: no('already_closed'), override: no('already_closed'), close: no('already_closed') },
};

/** Rule 8. `accept` finishes a task by a request that was accepted in time, although a tick has let it lapse since. */
// prettier-ignore
export const taskMoves: Moves<TaskState, TaskEvent> = {
  'todo':        { start: 'in-progress',          finish: no('not_open'),         accept: no('not_open'),         lapse: 'lapsed',               extend: 'todo',                 cancel: 'cancelled'            },
  'in-progress': { start: 'in-progress',          finish: 'finished',             accept: 'finished',             lapse: 'lapsed',               extend: 'in-progress',          cancel: 'cancelled'            },
  'lapsed':      { start: no('not_open'),         finish: no('not_open'),         accept: 'finished',             lapse: 'lapsed',               extend: 'in-progress',          cancel: 'cancelled'            },
  'finished':    { start: no('already_finished'), finish: no('already_finished'), accept: no('already_finished'), lapse: no('already_finished'), extend: no('already_finished'), cancel: no('already_finished') },
  'cancelled':   { start: no('not_open'),         finish: no('not_open'),         accept: no('not_open'),         lapse: no('not_open'),         extend: no('not_open'),         cancel: 'cancelled'            },
};

/**
 * The state to which the event leads.
 * @throws Refusal with the table's code.
 */
export function move<S extends string, E extends string>(
  moves: Moves<S, E>,
  from: S,
  event: E,
  detail: Readonly<Record<string, string>> = {},
): S {
  const to: S | { readonly refused: RefusalCode } = moves[from][event];
  if (typeof to === 'object') throw new Refusal(to.refused, detail);
  return to;
}
