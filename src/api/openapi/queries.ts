import { date, text, type Schema } from './schema.js';

/** What an address may say behind its question mark. */
export interface QueryParameter {
  readonly name: string;
  readonly in: 'query';
  readonly required: false;
  readonly schema: Schema;
  readonly description: string;
}

function optional(name: string, schema: Schema, description: string): QueryParameter {
  return { name, in: 'query', required: false, schema, description };
}

const pack = [
  optional('domain', text, 'The code of a domain of the instrument; without it, all of them.'),
  optional('unit', text, 'The code of a unit that leads; without it, all of them.'),
];

/** By controller and handler. */
export const queries: Readonly<Record<string, readonly QueryParameter[]>> = {
  'AssignmentsController.propose': [
    optional(
      'perUnit',
      { enum: [1, 2], default: 1 },
      'How many assessors a unit is to have in the end.',
    ),
  ],
  'PhaseMinutesController.file': [
    optional('number', text, 'The number of the minutes; a line of dots without it.'),
    optional('date', date, 'When they are signed, printed in words; a line of dots without it.'),
    optional('place', text, 'Where they are signed; a line of dots without it.'),
  ],
  'PortalPackController.show': pack,
  'PortalPackController.file': pack,
};
