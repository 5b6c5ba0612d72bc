import type { People, Person } from '../domain/people.js';
import type { InputError } from '../platform/input-error.js';
import { twice } from '../platform/twice.js';
import type { Path, YamlPart } from '../platform/yaml-part.js';

/** What a schema cannot see: codes and addresses that contradict each other. */
export function* peopleProblems(part: YamlPart, people: People): Generator<InputError> {
  const { coordinators, units, assessors } = people;
  yield* addressProblems(part, ['coordinators'], coordinators);
  for (const index of twice(units.map(({ code }) => code))) {
    yield part.errorAt(['units', index, 'code'], 'another unit has this code already: rename one');
  }
  for (const [index, { admins }] of units.entries()) {
    yield* addressProblems(part, ['units', index, 'admins'], admins);
  }
  for (const index of twice(assessors.map(({ code }) => code))) {
    const problem = 'another assessor has this code already: rename one';
    yield part.errorAt(['assessors', index, 'code'], problem);
  }
  yield* assignmentProblems(part, people);
}

/** Whoever stands twice in a list would get every mail twice. Capitals make no other address. */
export function* addressProblems(
  part: YamlPart,
  path: Path,
  persons: readonly Person[],
): Generator<InputError> {
  for (const index of twice(persons.map(({ email }) => email.toLowerCase()))) {
    const problem = 'this address stands in the list already: remove one';
    yield part.errorAt([...path, index, 'email'], problem);
  }
}

function* assignmentProblems(part: YamlPart, people: People): Generator<InputError> {
  const { units, assessors, assignments } = people;
  const codes = new Set(units.map(({ code }) => code));
  const byCode = new Map(assessors.map((assessor) => [assessor.code, assessor]));
  for (const [index, { assessor: code, unit }] of assignments.entries()) {
    const path = ['assignments', index];
    const assessor = byCode.get(code);
    if (!assessor) {
      yield part.errorAt([...path, 'assessor'], unknown('assessor', code, 'assessors'));
    }
    if (!codes.has(unit)) yield part.errorAt([...path, 'unit'], unknown('unit', unit, 'units'));
    if (assessor?.unit === unit) {
      const problem = `${unit} is the home unit of ${code}: give it another assessor`;
      yield part.errorAt([...path, 'unit'], problem);
    }
  }
  for (const index of twice(assignments.map(({ assessor, unit }) => `${assessor} ${unit}`))) {
    yield part.errorAt(
      ['assignments', index],
      'this assignment stands in the list already: remove one',
    );
  }
}

function unknown(what: string, code: string, list: string): string {
  return `no ${what} ${code} under ${list}: correct the code, or add the ${what} there`;
}
