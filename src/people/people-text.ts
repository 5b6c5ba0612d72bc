import { stringify } from 'yaml';
import type { People } from '../domain/people.js';

const schema = '# yaml-language-server: $schema=../schemas/people.schema.json\n';

/** The file that those who take part can be loaded from. Who has retired is not in it. */
export function peopleText({ coordinators, units, assessors, assignments }: People): string {
  const file = {
    coordinators: coordinators.map(({ name, email }) => ({ name, email })),
    units: units
      .filter(({ retired }) => !retired)
      .map(({ code, name, head, admins }) => ({ code, name, ...(head && { head }), admins })),
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
