import { isPath, type ConfigFolder } from '../platform/config-folder.js';
import { InputError } from '../platform/input-error.js';
import { YamlPart } from '../platform/yaml-part.js';
import { cycleOf, type PlannedCycle } from './cycle-file.js';

/** In characters: ten times what a cycle with forty phases needs. */
export const longestCycleFile = 200_000;

/** As messages name it. */
const here = 'cycle.yaml';

/**
 * A cycle file that somebody sent. It may name what the office keeps by its code, but lead to no other file of the
 * server: neither what is there nor what it says is theirs to find out.
 * @param code of the cycle that it is for
 * @throws InputError with everything that is wrong
 */
export function uploadedCycle(folder: ConfigFolder, text: string, code: string): PlannedCycle {
  const part = YamlPart.parse(here, text);
  InputError.throwAny(strangers(part, code));
  return cycleOf(folder, part);
}

function* strangers(part: YamlPart, code: string): Generator<InputError> {
  const said = part.textAt(['code']);
  if (said !== null && said !== code) {
    yield part.errorAt(['code'], `expected ${code}: the code of a running cycle stays`);
  }
  for (const path of [['instrument'], ['holidays'], ...instrumentsOfHistory(part)]) {
    const name = part.textAt(path);
    if (name !== null && isPath(name)) {
      yield part.errorAt(
        path,
        'expected a code, not a path: only files of the office can be named',
      );
    }
  }
}

function instrumentsOfHistory(part: YamlPart): (string | number)[][] {
  const { value } = part.at(['history']);
  return Array.isArray(value) ? value.map((_, index) => ['history', index, 'instrument']) : [];
}
