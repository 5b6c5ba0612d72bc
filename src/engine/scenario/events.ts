import { Temporal } from 'temporal-polyfill';
import { parseLevel, type Instrument } from '../../domain/scoring.js';
import type { ExtendTask } from '../../domain/commands/command.js';
import { unitOf, type UnitInFile } from '../../people/people-file.js';
import type { YamlPart } from '../../platform/yaml-part.js';
import type { FinishAct, ScenarioAct, ScenarioEvent } from './event.js';

/** An event as the schema lets it pass: optional fields are left out instead of null. */
export type EventInFile = { readonly at: string } & ActInFile;

export type ActInFile =
  | FinishInFile
  | RescheduleInFile
  | { readonly do: 'addUnit'; readonly unit: UnitInFile }
  | ExtendInFile
  | Exclude<ScenarioAct, { readonly do: 'finish' | 'reschedule' | 'extend' | 'addUnit' }>;

export interface FinishInFile extends Partial<Pick<FinishAct, 'findings'>> {
  readonly do: 'finish';
  readonly phase: string;
  readonly unit?: string;
  readonly assessor?: string;
  readonly levels?: Readonly<Record<string, number | string>>;
}

export interface RescheduleInFile {
  readonly do: 'reschedule';
  readonly phase: string;
  readonly opens?: string;
  readonly closes?: string;
}

export interface ExtendInFile extends Omit<ExtendTask, 'unit'> {
  readonly unit?: string;
}

/** By time; those of one instant stay in the order of the file. */
export function eventsIn(
  document: YamlPart,
  events: readonly EventInFile[],
  instrument: Instrument,
): ScenarioEvent[] {
  return events
    .map((event, index): ScenarioEvent => {
      const part = document.at(['events', index]);
      const at = Temporal.Instant.from(event.at);
      return { ...actIn(part, event, instrument), at, line: part.lineAt([]) };
    })
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at));
}

export function actIn(part: YamlPart, event: ActInFile, instrument: Instrument): ScenarioAct {
  if (event.do === 'finish') return finishIn(part, event, instrument);
  if (event.do === 'reschedule') {
    const { phase, opens, closes } = event;
    return { do: 'reschedule', phase, opens: opens ?? null, closes: closes ?? null };
  }
  if (event.do === 'extend') return { ...event, unit: event.unit ?? null };
  if (event.do === 'addUnit') return { do: 'addUnit', unit: unitOf(event.unit) };
  return event; // an event's with its `at` as text, in whose place the caller puts the instant
}

function finishIn(part: YamlPart, event: FinishInFile, instrument: Instrument): FinishAct {
  const { phase, unit, assessor, findings } = event;
  const levels = Object.keys(event.levels ?? {}).map((no) => {
    return [no, levelIn(part, no, instrument) ?? ''] as const;
  });
  return {
    do: 'finish',
    phase,
    unit: unit ?? null,
    assessor: assessor ?? null,
    levels: Object.fromEntries(levels),
    findings: findings ?? [],
  };
}

/** Null when the instrument does not allow it. */
export function levelIn(part: YamlPart, no: string, instrument: Instrument): string | null {
  return parseLevel(instrument, part.textAt(['levels', no]) ?? '');
}
