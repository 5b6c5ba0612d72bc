import type { CyclePlan, Earlier, PhasePlan } from '../domain/cycle.js';
import { hasNotaDinas, type Rung } from '../domain/escalation.js';
import { hundredthsOf, twoDecimals } from '../domain/hundredths.js';
import type { ConfigFolder } from '../platform/config-folder.js';
import { InputError } from '../platform/input-error.js';
import { checked } from '../platform/schemas.js';
import type { YamlPart } from '../platform/yaml-part.js';
import { cycleProblems, zoneNamed, type CycleInFile } from './cycle-problems.js';
import type { RungInFile } from './escalation-problems.js';
import type { EarlierInFile } from './history-problems.js';
import { inOrder, loadHolidays } from './holidays-file.js';

export interface PlannedCycle {
  readonly plan: CyclePlan;
  /** In the order of the file. */
  readonly phases: readonly PhasePlan[];
}

/** @param code of `config/cycles`, or a path. @throws InputError */
export function loadCycle(folder: ConfigFolder, code: string): PlannedCycle {
  const document = folder.read('cycles', code);
  const cycle = cycleOf(folder, document);
  InputError.throwAny(folder.codeProblems('cycles', code, document));
  return cycle;
}

/** @param part a file of its own, or the part of a scenario that describes its cycle. @throws InputError */
export function cycleOf(folder: ConfigFolder, part: YamlPart): PlannedCycle {
  const file = checked<CycleInFile>(part, 'cycle');
  InputError.throwAny(cycleProblems(folder, part, file));
  return { plan: planIn(folder, part, file), phases: file.phases.map(phaseIn) };
}

function planIn(folder: ConfigFolder, part: YamlPart, file: CycleInFile): CyclePlan {
  const { code, title, sendAt, instrument, escalateFrom, jointLeave = true } = file;
  // The text, not the number: 4.00 is to stay "4.00".
  const target = part.textAt(['target']);
  return {
    code,
    title,
    zone: zoneNamed(file.timezone) ?? file.timezone,
    sendAt,
    instrument,
    target: target === null ? null : twoDecimals(hundredthsOf(target)),
    holidays: holidaysIn(folder, file.holidays ?? [], jointLeave),
    jointLeave,
    escalateFrom: escalateFrom ?? null,
    escalation: (file.escalation ?? []).map(rungIn),
    history: historyIn(part, file.history ?? []),
  };
}

function rungIn({ to, after, notaDinas }: RungInFile): Rung {
  return { to, after, notaDinas: notaDinas ?? hasNotaDinas(to) };
}

function historyIn(part: YamlPart, history: readonly EarlierInFile[]): Earlier[] {
  const earlier = history.map(({ year, cycle, instrument }, at): Earlier => {
    if (cycle !== undefined) return { year, cycle };
    // Their being there was checked.
    const index = part.textAt(['history', at, 'index']) ?? '';
    return { year, instrument: instrument ?? '', index: twoDecimals(hundredthsOf(index)) };
  });
  return earlier.sort((a, b) => a.year - b.year);
}

/** A list says of no day what it is: all of them are days off. */
function holidaysIn(
  folder: ConfigFolder,
  holidays: string | readonly string[],
  jointLeave: boolean,
): string[] {
  return typeof holidays === 'string'
    ? loadHolidays(folder, holidays, jointLeave)
    : inOrder(holidays);
}

function phaseIn(phase: CycleInFile['phases'][number]): PhasePlan {
  const { code, title, kind, opens, closes, reminders = [], requires = [], units = null } = phase;
  return { code, title, kind, opens, closes, reminders, requires, units };
}
