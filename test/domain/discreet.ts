import { offsetOf } from '../../src/domain/offset.js';
import type { Sent } from './world.js';

/** Whether a mail is copied only to those whom its every notice is for, by whichever way a cycle escalates. */
export function isDiscreet({ cc, notices, facts }: Sent): boolean {
  const { people, cycle } = facts;
  return notices.every(({ kind, unit: code, task, offset, copyTo }) => {
    const unit = people.units.find((each) => each.code === code);
    const isEscalated =
      kind === 'overdue' &&
      (cycle.escalateFrom === null
        ? cycle.escalation.length > 0 &&
          facts.tasks.some((each) => each.id === task && !each.assessor)
        : offsetOf(offset ?? 'H').days >= offsetOf(cycle.escalateFrom).days);
    const isOwn = copyTo.every(
      ({ office, email }) => (office === 'sekda' ? people.sekda : unit?.[office])?.email === email,
    );
    const isAll = copyTo.map(({ email }) => email).join() === cc.map(({ email }) => email).join();
    return isOwn && isAll && (cc.length === 0 || isEscalated);
  });
}
