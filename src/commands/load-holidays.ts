import { holidayOrder } from '../assessment/changes/holiday-order.js';
import { CycleService, type OpenCycle } from '../cycle/cycle.service.js';
import { CycleStore } from '../cycle/cycle.store.js';
import { decide } from '../domain/commands/decide.js';
import type { SetHolidays } from '../domain/commands/command.js';
import type { Cycle } from '../domain/cycle.js';
import { previewOf } from '../domain/preview.js';
import { ConfigFolder } from '../platform/config-folder.js';
import type { GivenSettings } from '../platform/settings.js';
import { withLiveApp } from './live-app.js';
import { mailLines } from './mail-lines.js';
import { operator } from './operator.js';
import { looking, OnlyLooked } from './only-looked.js';

export interface HolidaysRequest {
  readonly cycle: string;
  readonly reason: string;
  readonly letter?: string;
  /** As it was, when it is not said. */
  readonly jointLeave?: 'yes' | 'no';
  /** Else it is only shown. */
  readonly yes?: boolean;
  readonly by?: string;
}

/**
 * Shows which days a decree changes in a running cycle and which mails move with them, and takes it if asked to.
 * @throws InputError for the file, Refusal, UnknownCycle
 */
export async function loadHolidays(
  given: GivenSettings,
  file: string,
  request: HolidaysRequest,
): Promise<string[]> {
  const part = new ConfigFolder(given.configFolder).read('holidays', file);
  const { cycle, reason, letter = null, yes = false, by = operator } = request;
  return withLiveApp(given, async (app) => {
    const store = app.get(CycleStore, { strict: false });
    const work = async ({ tx, draft }: OpenCycle): Promise<string[]> => {
      const { facts, now } = draft;
      const jointLeave = jointLeaveIn(request, facts.cycle);
      const order = holidayOrder(part, facts.cycle, jointLeave);
      const standing = await store.standing(tx, facts, now);
      const days = daysOf(facts.cycle, order);
      if (days.length === 0) return [`${cycle}: nothing changes`];
      const preview = previewOf(standing, now, (tried) => decide(tried, order));
      const lines = [...days, ...mailLines(preview, facts.cycle.zone)];
      if (!yes) throw new OnlyLooked([...lines, 'nothing was changed: --yes takes it']);
      decide(draft, order);
      return [...lines, `${cycle}: taken`];
    };
    const service = app.get(CycleService, { strict: false });
    return looking(() => service.change(cycle, by, work, { reason, letter }));
  });
}

function jointLeaveIn({ jointLeave }: HolidaysRequest, cycle: Cycle): boolean {
  return jointLeave === undefined ? cycle.jointLeave : jointLeave === 'yes';
}

function daysOf({ holidays, jointLeave }: Cycle, order: SetHolidays): string[] {
  const [before, after] = [new Set(holidays), new Set(order.holidays)];
  const was = jointLeave ? 'days off' : 'working days';
  const becomes = order.jointLeave ? 'days off' : 'working days';
  return [
    ...order.holidays.filter((day) => !before.has(day)).map((day) => `day off: ${day}`),
    ...holidays.filter((day) => !after.has(day)).map((day) => `working day: ${day}`),
    ...(was === becomes ? [] : [`joint leave: ${was} -> ${becomes}`]),
  ];
}
