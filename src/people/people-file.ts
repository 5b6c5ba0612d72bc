import type { Assessor, Assignment, People, Person, Unit } from '../domain/people.js';
import type { ConfigFolder } from '../platform/config-folder.js';
import { InputError } from '../platform/input-error.js';
import { checked } from '../platform/schemas.js';
import type { YamlPart } from '../platform/yaml-part.js';
import { peopleProblems } from './people-problems.js';

export interface UnitInFile extends Pick<Unit, 'code' | 'name' | 'admins'> {
  readonly head?: Person;
  readonly secretary?: Person;
}

interface AssessorInFile extends Omit<Assessor, 'unit' | 'retired'> {
  readonly unit?: string;
}

interface PeopleInFile {
  readonly coordinators: readonly Person[];
  readonly units: readonly UnitInFile[];
  readonly assessors?: readonly AssessorInFile[];
  readonly assignments?: readonly Assignment[];
  readonly sekda?: Person;
}

/** @param code of `config/people`, or a path. @throws InputError */
export function loadPeople(folder: ConfigFolder, code: string): People {
  return peopleOf(folder.read('people', code));
}

/** @param part a file of its own, or the part of a scenario that names its people. @throws InputError */
export function peopleOf(part: YamlPart): People {
  const { coordinators, units, assessors, assignments, sekda } = checked<PeopleInFile>(
    part,
    'people',
  );
  const people: People = {
    coordinators,
    units: units.map((unit) => ({ ...unitOf(unit), retired: false })),
    assessors: (assessors ?? []).map(assessorOf),
    assignments: assignments ?? [],
    sekda: sekda ?? null,
  };
  InputError.throwAny(peopleProblems(part, people));
  return people;
}

export function unitOf(unit: UnitInFile): Omit<Unit, 'retired'> {
  const { code, name, head = null, secretary = null, admins } = unit;
  return { code, name, head, secretary, admins };
}

function assessorOf({ code, name, email, unit }: AssessorInFile): Assessor {
  return { code, name, email, unit: unit ?? null, retired: false };
}
