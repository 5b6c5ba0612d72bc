import { stringify } from 'yaml';
import type { CyclePlan, PhasePlan } from '../domain/cycle.js';
import { hasNotaDinas, type Rung } from '../domain/escalation.js';

const schema = '# yaml-language-server: $schema=../schemas/cycle.schema.json\n';

/** The file that a cycle can be loaded from: loading it again changes nothing. */
export function cycleText(plan: CyclePlan, phases: readonly PhasePlan[]): string {
  const { code, title, zone, sendAt, instrument, target, holidays, jointLeave } = plan;
  const { escalateFrom, escalation, history } = plan;
  const file = {
    code,
    title,
    timezone: zone,
    sendAt,
    instrument,
    ...(target !== null && { target: Number(target) }),
    ...(holidays.length > 0 && { holidays }),
    ...(!jointLeave && { jointLeave }),
    ...(escalateFrom !== null && { escalateFrom }),
    ...(escalation.length > 0 && { escalation: escalation.map(rungOf) }),
    ...(history.length > 0 && {
      history: history.map((earlier) =>
        'cycle' in earlier ? earlier : { ...earlier, index: Number(earlier.index) },
      ),
    }),
    phases: phases.map(phaseOf),
  };
  return `${schema}${stringify(file, { lineWidth: 0 })}`;
}

function rungOf({ to, after, notaDinas }: Rung) {
  return { to, after, ...(notaDinas !== hasNotaDinas(to) && { notaDinas }) };
}

function phaseOf({ code, title, kind, opens, closes, reminders, requires, units }: PhasePlan) {
  return {
    code,
    title,
    kind,
    opens,
    closes,
    ...(reminders.length > 0 && { reminders }),
    ...(requires.length > 0 && { requires }),
    ...(units !== null && { units }),
  };
}
