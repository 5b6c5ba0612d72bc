import { deadlineOf, type LocalMoment } from '../calendar.js';
import { decide } from '../commands/decide.js';
import type { ExtendTask } from '../commands/command.js';
import { Draft } from '../draft.js';
import { isAfter } from '../instants.js';
import { calendarItself } from '../journal.js';
import { move } from '../machines.js';
import { isPublished } from '../published.js';
import { Refusal } from '../refusal.js';
import { requestMoves, stillAsks, type ExtensionRequest, type RequestEvent } from './request.js';

/** What a unit says when it asks. */
export type Asked = Pick<
  ExtensionRequest,
  'id' | 'phase' | 'unit' | 'wish' | 'reason' | 'letter' | 'file'
>;

/** Who decides, and what they say with it. */
export interface Ruling {
  readonly who: string;
  readonly note: string;
}

/**
 * What could not be granted need not be asked for. One request waits for each unit and phase; one that no
 * longer asks for anything makes room.
 * @returns what is to be kept, in its order
 */
export function askExtension(
  draft: Draft,
  asked: Asked,
  known: readonly ExtensionRequest[],
  who: string,
): ExtensionRequest[] {
  const { phase, unit } = asked;
  refuseUngrantable(draft, asked);
  const earlier = known.filter(
    (each) => each.state === 'waiting' && each.phase === phase && each.unit === unit,
  );
  if (earlier.some((each) => stillAsks(each, draft.facts))) {
    throw new Refusal('already_asked', { phase, unit });
  }
  const passedOver = earlier.map((each) => withdrawRequest(draft, each));
  const request: ExtensionRequest = {
    ...asked,
    state: 'waiting',
    askedBy: who,
    askedAt: draft.now,
    granted: null,
    decidedBy: null,
    decidedAt: null,
    note: '',
  };
  record(draft, request, null, asked.reason);
  return [...passedOver, request];
}

export function withdrawRequest(draft: Draft, request: ExtensionRequest): ExtensionRequest {
  return moved(draft, request, 'withdraw', { note: '' });
}

export function refuseRequest(
  draft: Draft,
  request: ExtensionRequest,
  { who, note }: Ruling,
): ExtensionRequest {
  refuseSettled(draft, request);
  return moved(draft, request, 'refuse', { note, decidedBy: who, decidedAt: draft.now });
}

/** Records the decision. The deadline is moved by the very command of rule 16 (`extensionOf`), beside it. */
export function grantRequest(
  draft: Draft,
  request: ExtensionRequest,
  granted: LocalMoment,
  { who, note }: Ruling,
): ExtensionRequest {
  const event = grantEvent(draft, request, granted);
  return moved(draft, request, event, { note, granted, decidedBy: who, decidedAt: draft.now });
}

/**
 * Before anything is carried out.
 * @throws Refusal already_decided, not_shorter, and those of a request that no longer asks for anything
 */
export function refuseGrant(draft: Draft, request: ExtensionRequest, granted: LocalMoment): void {
  move(requestMoves, request.state, grantEvent(draft, request, granted));
  refuseSettled(draft, request);
}

/** Rule 16: what the request comes to when it is granted until then. */
export function extensionOf(
  { phase, unit, reason }: Pick<ExtensionRequest, 'phase' | 'unit' | 'reason'>,
  closes: LocalMoment,
): ExtendTask {
  return { do: 'extend', phase, unit, closes, reason };
}

function grantEvent(
  { cycle: { zone } }: Draft,
  { wish }: ExtensionRequest,
  granted: LocalMoment,
): RequestEvent {
  const [asked, given] = [deadlineOf(wish, zone).at, deadlineOf(granted, zone).at];
  if (isAfter(given, asked)) throw new Refusal('not_shorter', { asked: wish, granted });
  return given.equals(asked) ? 'approve' : 'shorten';
}

function moved(
  draft: Draft,
  request: ExtensionRequest,
  event: RequestEvent,
  change: Partial<ExtensionRequest>,
): ExtensionRequest {
  const { id, phase, unit } = request;
  const state = move(requestMoves, request.state, event, { request: id, phase, unit });
  const after = { ...request, ...change, state };
  record(draft, after, request.state, after.note || null);
  return after;
}

function record(
  draft: Draft,
  request: ExtensionRequest,
  from: string | null,
  why: string | null,
): void {
  const { id, phase, unit, state, wish, granted, letter, file } = request;
  const [task = null] = draft.tasks({ phase, unit, assessor: null });
  const { name, sha256 } = file;
  draft.record({
    what: 'extension-request',
    ...{ phase, unit, from, to: state, why },
    task: task?.id ?? null,
    facts: { request: id, wish, granted, letter, file: { name, sha256 } },
  });
}

/** @throws Refusal of rule 18 */
function refuseUngrantable(draft: Draft, asked: Asked): void {
  refuseAfterResult(draft);
  const phase = draft.phase(asked.phase).code;
  const unit = draft.unit(asked.unit).code;
  if (draft.tasks({ phase, unit, assessor: null }).length === 0) {
    throw new Refusal('not_open', { phase, unit });
  }
  // On facts that nobody saves: the rule itself says whether it could be.
  const trial = new Draft(draft.facts, draft.now, calendarItself);
  decide(trial, extensionOf(asked, asked.wish));
}

/** Whoever has finished meanwhile, or has the time anyway, is not told no. */
function refuseSettled(draft: Draft, request: ExtensionRequest): void {
  if (request.state !== 'waiting' || stillAsks(request, draft.facts)) return;
  refuseAfterResult(draft);
  const { phase, unit, wish } = request;
  const { code } = draft.unit(unit);
  const [task] = draft.tasks({ phase, unit: code, assessor: null });
  if (!task) throw new Refusal('not_open', { phase, unit });
  if (task.state === 'finished') throw new Refusal('already_finished', { phase, unit });
  throw new Refusal('not_later', { asked: wish, after: task.deadline.toString() });
}

function refuseAfterResult({ facts, cycle }: Draft): void {
  if (isPublished(facts)) throw new Refusal('already_finished', { published: cycle.code });
}
