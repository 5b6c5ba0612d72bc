import { Temporal } from 'temporal-polyfill';
import { loadCycle } from '../cycle/cycle-file.js';
import { scheduledPhase } from '../domain/commands/adopt-plan.js';
import type { Facts } from '../domain/cycle.js';
import { isBefore } from '../domain/instants.js';
import type { CountedNotice } from '../domain/forecast.js';
import { simulate, type PlannedMail } from '../domain/simulate.js';
import { loadPeople } from '../people/people-file.js';
import { ConfigFolder } from '../platform/config-folder.js';
import { InputError } from '../platform/input-error.js';
import type { LoggedNotice } from '../notice/letter/notice-header.js';
import { inLogOrder, localTime, type Line } from './scenario/log.js';

export interface PlanRequest {
  readonly cycle: string;
  readonly people: string;
  /** Inclusive. */
  readonly from: string;
  /** Exclusive. */
  readonly to: string;
}

/** The mail lines of the span if nobody finished anything and nothing changed. @throws InputError */
export function planCommand(configRoot: string, request: PlanRequest): string[] {
  const folder = new ConfigFolder(configRoot);
  const from = instantIn('--from', request.from);
  const to = instantIn('--to', request.to);
  const { plan, phases } = loadCycle(folder, request.cycle);
  const facts: Facts = {
    cycle: { ...plan, state: 'draft', version: 1 },
    phases: phases.map(scheduledPhase),
    tasks: [],
    people: loadPeople(folder, request.people),
  };
  const mails = simulate(facts, to).filter(({ at }) => !isBefore(at, from) && isBefore(at, to));
  const lines = mails.map((mail) => lineOf(mail, plan.zone));
  return inLogOrder(lines, []).map((line) => JSON.stringify(line));
}

function lineOf({ at, to, cc, notices }: PlannedMail, zone: string): Line {
  return {
    at: localTime(at, zone),
    type: 'mail',
    to: to.email,
    cc: cc.map(({ email }) => email),
    notices: notices.map((notice) => loggedNotice(notice)),
  };
}

function loggedNotice({ kind, offset, phase, unit, daysLeft }: CountedNotice): LoggedNotice {
  return {
    notice: kind,
    ...(offset === null ? {} : { offset }),
    phase,
    ...(unit === null ? {} : { unit }),
    ...(daysLeft === null ? {} : { daysLeft }),
  };
}

function instantIn(option: string, text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch {
    const problem = `expected an instant with its offset, such as 2025-09-01T00:00:00+07:00; found ${text}`;
    throw new InputError({ file: option, line: null, field: null }, problem);
  }
}
