import { isUnfinished, type Phase } from '../cycle.js';
import type { Draft } from '../draft.js';
import { isAfter, isBefore } from '../instants.js';
import { Refusal } from '../refusal.js';
import { deadlineWith, moveDeadline } from '../tasks.js';
import { closesAt, opensAt, stateByDates } from '../timeline.js';
import type { ReschedulePhase } from './command.js';

/** Rule 15. A date that is given but does not move counts as not given. */
export function reschedulePhase(draft: Draft, command: ReschedulePhase): void {
  const phase = draft.phase(command.phase);
  const moved: Phase = {
    ...phase,
    opens: command.opens ?? phase.opens,
    closes: command.closes ?? phase.closes,
  };
  checkDates(draft, phase, moved);
  if (moved.opens === phase.opens && moved.closes === phase.closes) return;
  draft.setPhase(moved);
  draft.record({
    what: 'rescheduled',
    phase: phase.code,
    from: `${phase.opens} – ${phase.closes}`,
    to: `${moved.opens} – ${moved.closes}`,
  });
  if (moved.opens !== phase.opens && phase.state === 'blocked') {
    if (isAfter(opensAt(moved, draft.cycle), draft.now)) draft.movePhase(moved, 'postpone');
  }
  if (moved.closes !== phase.closes) moveDeadlines(draft, moved);
}

/** @throws Refusal of rule 18, the state before the dates. */
function checkDates({ cycle, now }: Draft, phase: Phase, moved: Phase): void {
  const state = stateByDates(phase, cycle, now);
  const detail = { phase: phase.code, opens: moved.opens, closes: moved.closes };
  const opensMoves = moved.opens !== phase.opens;
  const opens = opensAt(moved, cycle);
  const closes = closesAt(moved, cycle).at;
  if (state === 'closed') throw new Refusal('already_closed', detail);
  if (opensMoves && state === 'open') throw new Refusal('already_open', detail);
  if (opensMoves && isBefore(opens, now)) throw new Refusal('opens_in_past', detail);
  if (moved.closes !== phase.closes && !isAfter(closes, now)) {
    throw new Refusal('closes_in_past', detail);
  }
  if (!isAfter(closes, opens)) throw new Refusal('closes_before_opens', detail);
}

/** A task with an extension keeps the later of the two; whose deadline stays hears nothing. */
function moveDeadlines(draft: Draft, phase: Phase): void {
  const closes = closesAt(phase, draft.cycle);
  for (const task of draft.tasks({ phase: phase.code }).filter(isUnfinished)) {
    const deadline = deadlineWith(closes, task.extendedTo, draft.cycle.zone);
    // The same instant can end another day (rule 2), and reminders count from that.
    const stays = deadline.date.equals(task.deadlineDate) && deadline.at.equals(task.deadline);
    if (stays) continue;
    draft.setTask(moveDeadline(task, deadline, draft.now));
    const { id, unit, assessor } = task;
    draft.record({
      what: 'deadline',
      phase: phase.code,
      unit,
      assessor,
      task: id,
      from: task.deadline.toString(),
      to: deadline.at.toString(),
      facts: { oldDate: task.deadlineDate.toString() },
    });
  }
}
