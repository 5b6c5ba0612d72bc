import type { Assessor, Assignment, People, Person, Unit } from '../domain/people.js';
import type { ConfigFolder } from '../platform/config-folder.js';
import { InputError } from '../platform/input-error.js';
import { checked } from '../platform/schemas.js';
import type { YamlPart } from '../platform/yaml-part.js';
import { peopleProblems } from './people-problems.js';

export interface UnitInFile extends Pick<Unit, 'code' | 'name' | 'admins'> {
  readonly head?: Person;
}

interface AssessorInFile extends Omit<Assessor, 'unit' | 'retired'> {
  readonly unit?: string;
}

interface PeopleInFile {
  readonly coordinators: readonly Person[];
  readonly units: readonly UnitInFile[];
  readonly assessors?: readonly AssessorInFile[];
  readonly assignments?: readonly Assignment[];
}

/** @param code of `config/people`, or a path. @throws InputError */
export function loadPeople(folder: ConfigFolder, code: string): People {
  return peopleOf(folder.read('people', code));
}

/** @param part a file of its own, or the part of a scenario that names its people. @throws InputError */
export function peopleOf(part: YamlPart): People {
  const { coordinators, units, assessors, assignments } = checked<PeopleInFile>(part, 'people');
  const people: People = {
    coordinators,
    units: units.map((unit) => ({ ...unitOf(unit), retired: false })),
    assessors: (assessors ?? []).map(assessorOf),
    assignments: assignments ?? [],
  };
  InputError.throwAny(peopleProblems(part, people));
  return people;
}

export function unitOf({ code, name, head, admins }: UnitInFile): Omit<Unit, 'retired'> {
  return { code, name, head: head ?? null, admins };
}

function assessorOf({ code, name, email, unit }: AssessorInFile): Assessor {
  return { code, name, email, unit: unit ?? null, retired: false };
}
