import { dirname } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { loadInstrument } from '../../assessment/instrument-file.js';
import { cycleOf, loadCycle, type PlannedCycle } from '../../cycle/cycle-file.js';
import type { People } from '../../domain/people.js';
import { loadPeople, peopleOf } from '../../people/people-file.js';
import { seenFrom, type ConfigFolder, type ConfigKind } from '../../platform/config-folder.js';
import { InputError } from '../../platform/input-error.js';
import { checked } from '../../platform/schemas.js';
import { readYamlFile } from '../../platform/yaml-file.js';
import type { YamlPart } from '../../platform/yaml-part.js';
import type { ScenarioEvent } from './event.js';
import { eventsIn, type EventInFile } from './events.js';
import { eventProblems, spanProblems } from './problems.js';

export interface Scenario extends PlannedCycle {
  readonly file: string;
  /** When the cycle is activated. */
  readonly start: Temporal.Instant;
  /** Exclusive. */
  readonly end: Temporal.Instant;
  readonly people: People;
  readonly events: readonly ScenarioEvent[];
}

interface ScenarioInFile {
  readonly start: string;
  readonly end: string;
  /** A code, a path, or the thing itself. */
  readonly cycle: unknown;
  readonly people: unknown;
  readonly events?: readonly EventInFile[];
}

/** @throws InputError of the scenario, or of a file that it refers to */
export function loadScenario(folder: ConfigFolder, file: string): Scenario {
  const document = readYamlFile(file);
  const scenario = checked<ScenarioInFile>(document, 'scenario');
  InputError.throwAny(spanProblems(document, scenario));
  const cycle = cycleIn(folder, document, scenario.cycle);
  const people = peopleIn(folder, document, scenario.people);
  InputError.throwAny(chosenUnitProblems(document, cycle, people));
  const instrument = loadInstrument(folder, cycle.plan.instrument);
  const events = scenario.events ?? [];
  InputError.throwAny(eventProblems(document, events, scenario, instrument));
  return {
    file,
    start: Temporal.Instant.from(scenario.start),
    end: Temporal.Instant.from(scenario.end),
    ...cycle,
    people,
    events: eventsIn(document, events, instrument),
  };
}

/** A phase that is for some units only needs them to take part. */
function* chosenUnitProblems(
  document: YamlPart,
  { phases }: PlannedCycle,
  { units }: People,
): Generator<InputError> {
  const known = new Set(units.map(({ code }) => code));
  for (const { code, units: chosen } of phases) {
    for (const unit of (chosen ?? []).filter((each) => !known.has(each))) {
      const problem = `phase ${code} is for unit ${unit}, which is not among the people`;
      yield document.errorAt(['cycle'], problem);
    }
  }
}

function cycleIn(folder: ConfigFolder, document: YamlPart, cycle: unknown): PlannedCycle {
  if (typeof cycle !== 'string') return cycleOf(folder, document.at(['cycle']));
  return loadCycle(folder, referenced(folder, 'cycles', document, ['cycle', cycle]));
}

function peopleIn(folder: ConfigFolder, document: YamlPart, people: unknown): People {
  if (typeof people !== 'string') return peopleOf(document.at(['people']));
  return loadPeople(folder, referenced(folder, 'people', document, ['people', people]));
}

/** @throws InputError at the place of the reference, which is what has to be mended. */
function referenced(
  folder: ConfigFolder,
  kind: ConfigKind,
  document: YamlPart,
  [field, reference]: readonly [string, string],
): string {
  const found = seenFrom(dirname(document.file), reference);
  const problem = folder.whyUnknown(kind, found);
  if (problem !== null) throw document.errorAt([field], problem);
  return found;
}
