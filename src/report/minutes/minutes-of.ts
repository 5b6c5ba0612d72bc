import type { Facts } from '../../domain/cycle.js';
import { deadlineOf } from '../../domain/calendar.js';
import { closesAt, opensAt } from '../../domain/timeline.js';
import { Refusal } from '../../domain/refusal.js';
import type { Entry } from '../../domain/journal.js';
import type { Phase } from '../../domain/cycle.js';
import type { ExtensionRequest } from '../../domain/extension/request.js';
import type { TimelineVersion } from '../../domain/timeline-version.js';
import type { Letterhead } from '../../platform/letterhead-settings.js';
import { decidedIn } from './decided.js';
import type { Filled, Minutes, NihilLine, RefusedLine, VersionLine } from './minutes.js';
import { outcomesOf, type PhaseRecord } from './outcomes.js';
import { signersOf, witnessesOf } from './signers.js';

/** All that the minutes of a phase are made of, of one instant. */
export interface MinutesRecord extends PhaseRecord {
  /** What was published in it. */
  readonly published: Entry | null;
  /** The newest first. */
  readonly requests: readonly ExtensionRequest[];
  readonly journal: Minutes['journal'];
}

/** What stands above and below it, and what was typed into it. */
export interface MinutesFrame {
  readonly letterhead: Letterhead;
  readonly from: string;
  readonly filled: Filled;
}

/** @throws Refusal unknown_phase */
export function phaseNamed({ phases }: Facts, code: string): Phase {
  const phase = phases.find((each) => each.code === code);
  if (!phase) throw new Refusal('unknown_phase', { phase: code });
  return phase;
}

/** Of a phase that no minutes can be made of yet, with what its dates are. */
export function notClosed({ title, state, closes }: Phase): Refusal {
  return new Refusal('not_closed', { phase: title, state, closes });
}

export function minutesOf(record: MinutesRecord, frame: MinutesFrame): Minutes {
  const { facts, phase, journal } = record;
  const { code, title, zone } = facts.cycle;
  const closes = closesAt(phase, facts.cycle);
  return {
    ...frame,
    cycle: { code, title, zone },
    phase: {
      ...{ code: phase.code, title: phase.title, kind: phase.kind },
      // One that was over when the cycle was activated was never opened here.
      openedAt: phase.openedAt ?? opensAt(phase, facts.cycle),
      closedAt: closes.at,
      closedOn: closes.date,
    },
    journal,
    versions: versionsOf(record.versions, phase.code),
    outcomes: outcomesOf(record),
    refused: refusedOf(record),
    nihil: phase.kind === 'self-assessment' ? nihilOf(record) : [],
    without: without(facts, phase),
    decided: decidedIn(record),
    signers: signersOf(facts, phase),
    witnesses: witnessesOf(facts, frame.letterhead),
    unitNames: new Map(facts.people.units.map((unit) => [unit.code, unit.name])),
  };
}

/** Those that changed something of the phase, the oldest first. */
function versionsOf(versions: readonly TimelineVersion[], phase: string): VersionLine[] {
  return versions
    .map(({ number, at, reason, letter, changes }) => {
      return {
        ...{ number, at, reason, letter },
        changes: changes.filter((each) => each.phase === phase),
      };
    })
    .filter(({ changes }) => changes.length > 0)
    .sort((a, b) => a.number - b.number);
}

/** Who asked for more time in this phase and got none, in the order in which they asked. */
function refusedOf({ facts, phase, requests }: MinutesRecord): RefusedLine[] {
  const { units } = facts.people;
  return requests
    .filter((each) => each.phase === phase.code && each.state === 'refused')
    .map(({ unit, askedBy, letter, reason, wish, decidedBy, note }) => {
      const name = units.find(({ code }) => code === unit)?.name ?? unit;
      const { at, date } = deadlineOf(wish, facts.cycle.zone);
      const asked = { deadline: at, deadlineDate: date };
      return { unit: name, askedBy, letter, reason, asked, decidedBy: decidedBy ?? '', note };
    })
    .reverse();
}

function nihilOf({ facts, dossier, instrument }: MinutesRecord): NihilLine[] {
  const { units } = facts.people;
  return dossier.nihil
    .filter(({ state }) => state === 'approved')
    .map(({ indicator, unit, reason, decidedBy, decisionNote }) => {
      const own = dossier.responsibilities.find((each) => each.indicator === indicator)?.title;
      const known = instrument.indicators.find(({ no }) => no === indicator)?.name;
      return {
        ...{ indicator, reason, decidedBy: decidedBy ?? '', note: decisionNote },
        name: own ?? known ?? '',
        unit: units.find(({ code }) => code === unit)?.name ?? unit,
      };
    });
}

/** Where every unit has its task, those that were left out; there is none where the coordinators share one. */
function without({ people, tasks }: Facts, { code, kind }: Phase): string[] {
  if (kind === 'assignment' || kind === 'report') return [];
  const busy = new Set(tasks.filter(({ phase }) => phase === code).map(({ unit }) => unit));
  return people.units
    .filter((unit) => !unit.retired && !busy.has(unit.code))
    .map(({ name }) => name);
}
