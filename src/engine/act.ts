import type { Instrument } from '../domain/scoring.js';
import { InputError } from '../platform/input-error.js';
import { checked } from '../platform/schemas.js';
import { YamlPart } from '../platform/yaml-part.js';
import type { FinishAct } from './scenario/event.js';
import type { PersonAct } from './command.service.js';
import { actIn, type ActInFile } from './scenario/events.js';
import { actProblems } from './scenario/problems.js';

/** What a person wants done, in the words of a scenario's events. @throws InputError */
export function readAct(text: string, instrument: Instrument): PersonAct {
  const part = YamlPart.parse('act', text);
  const file = checked<ActInFile>(part, 'act');
  InputError.throwAny(actProblems(part, file, instrument));
  const act = actIn(part, file, instrument);
  if (act.do === 'stop' || act.do === 'start' || act.do === 'smtp') {
    throw part.errorAt(['do'], `${act.do} belongs to scenarios; it cannot be done to a live cycle`);
  }
  if (act.do === 'finish') refuseContent(part, act);
  return act;
}

function refuseContent(part: YamlPart, { levels, findings }: FinishAct): void {
  const given = [
    ...(Object.keys(levels).length > 0 ? ['levels'] : []),
    ...(findings.length > 0 ? ['findings'] : []),
  ];
  InputError.throwAny(
    given.map((field) => {
      const problem = 'belongs to scenarios; a live task ends with its own answers and verdicts';
      return part.errorAt([field], problem);
    }),
  );
}
