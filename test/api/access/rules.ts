import { a1, a2, coordinator, dinkes, dlh } from '../small-city.js';

/** The coordinator of a city of its own, in the same database. */
export const stranger = 'koordinator@lain.test';

/** What people are to DINKES and what is its, in the order in which a rule names them. */
export const roles = {
  coordinator,
  'admin of the unit': dinkes,
  'admin of another unit': dlh,
  'head of the unit': 'head@dinkes.test',
  'assessor of the unit': a1,
  'assessor of another unit': a2,
  'coordinator of another city': stranger,
} as const;

export type Role = keyof typeof roles;

/** `y`: may; `n`: 403, for whoever may look at it; `-`: 404, for whoever is not even told that it exists. */
type Answers = `${string}-`;

// prettier-ignore
export const rules = {
  //                  coor admin other head asr asr2 stranger
  everybody:          'yyyyyy-',
  coordinators:       'ynnnnn-',
  leaders:            'ynnynn-',
  'the desk':         'yy-y---',
  'the report':       'y------',
  'the letter':       'yy-----',
  'own task':         '-y-----',
  'the asking':       'ny-n---',
  'the judging':      'yn-n---',
  'the answer, read': 'yy-yy--',
  'the answer':       'ny-nn--',
  'the talk':         'yy-ny--',
  'the decision':     'yn-nn--',
  'the review':       '----y--',
} as const satisfies Readonly<Record<string, Answers>>;

export type Rule = keyof typeof rules;
