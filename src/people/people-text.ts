import { stringify } from 'yaml';
import type { People, Person } from '../domain/people.js';

const schema = '# yaml-language-server: $schema=../schemas/people.schema.json\n';

/** The file that those who take part can be loaded from. Who has retired is not in it. */
export function peopleText(people: People): string {
  const { coordinators, units, assessors, assignments, sekda } = people;
  const file = {
    coordinators: coordinators.map(personOf),
    ...(sekda && { sekda: personOf(sekda) }),
    units: units
      .filter(({ retired }) => !retired)
      .map(({ code, name, head, secretary, admins }) => ({
        code,
        name,
        ...(head && { head }),
        ...(secretary && { secretary }),
        admins,
      })),
    assessors: assessors
      .filter(({ retired }) => !retired)
      .map(({ code, name, email, unit }) => ({
        code,
        name,
        email,
        ...(unit !== null && { unit }),
      })),
    assignments: assignments.map(({ assessor, unit }) => ({ assessor, unit })),
  };
  return `${schema}${stringify(file, { lineWidth: 0, aliasDuplicateObjects: false })}`;
}

function personOf({ name, email }: Person): Person {
  return { name, email };
}
