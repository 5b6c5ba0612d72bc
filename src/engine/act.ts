import type { Instrument } from '../domain/scoring.js';
import { InputError } from '../platform/input-error.js';
import { checked } from '../platform/schemas.js';
import { YamlPart } from '../platform/yaml-part.js';
import type { PersonAct } from './command.service.js';
import { actIn, type ActInFile } from './scenario-events.js';
import { actProblems } from './scenario-problems.js';

/** What a person wants done, in the words of a scenario's events. @throws InputError */
export function readAct(text: string, instrument: Instrument): PersonAct {
  const part = YamlPart.parse('act', text);
  const file = checked<ActInFile>(part, 'act');
  InputError.throwAny(actProblems(part, file, instrument));
  const act = actIn(part, file, instrument);
  if (act.do === 'stop' || act.do === 'start' || act.do === 'smtp') {
    throw part.errorAt(['do'], `${act.do} belongs to scenarios; it cannot be done to a live cycle`);
  }
  return act;
}
