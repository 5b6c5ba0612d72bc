import fc from 'fast-check';
import { everybody } from '../people.js';
import { phase } from '../world.js';
import { City } from './city.js';
import { a1, a2, a3, coordinator, dinkes, dlh, headOfDinkes, stranger } from './deeds.js';
import { decimal, small } from './small-instrument.js';

const whats = [
  'save',
  'attach',
  'replace',
  'remove',
  'send',
  'judge',
  'review',
  'agree',
  'examine',
  'revise',
  'settle',
  'ask',
  'decide',
  'withdraw',
  'lead',
  'external',
  'extend',
  'handOver',
  'publish',
] as const;

/** Something that somebody does, or tries to. */
export interface Step {
  readonly what: (typeof whats)[number];
  /** In minutes, since the step before. */
  readonly wait: number;
  /** For how many minutes the request waited before it was carried out. */
  readonly waited: number;
  /** `own` is whoever has the right to. */
  readonly who: string;
  readonly indicator: number;
  readonly unit: 'DINKES' | 'DLH';
  readonly level: string;
  readonly pick: number;
  readonly yes: boolean;
}

/** A revision that overlaps the reviews before and after it, and a report that overlaps the last one. */
const phases = [
  phase('self-assessment', { code: 'isi', opens: '2025-09-01', closes: '2025-09-10' }),
  phase('review', { code: 'reviu', opens: '2025-09-11', closes: '2025-09-20' }),
  phase('revision', { code: 'revisi', opens: '2025-09-15', closes: '2025-09-28' }),
  phase('review', { code: 'interviu', opens: '2025-09-27', closes: '2025-10-02' }),
  phase('report', { code: 'lapor', opens: '2025-10-01', closes: '2025-10-15' }),
];

/** Two for DINKES. */
const assignments = [
  { assessor: 'A1', unit: 'DINKES' },
  { assessor: 'A3', unit: 'DINKES' },
  { assessor: 'A2', unit: 'DLH' },
];

export function smallCity(decimals: boolean): City {
  const instrument = decimals ? decimal : small;
  return City.on('2025-09-01T00:00', { instrument, phases, people: everybody({ assignments }) });
}

const anybody = [coordinator, dinkes, dlh, headOfDinkes, stranger, a1, a2, a3];

/** Mostly what moves a year on, by whoever should; the rest is anything by anybody. */
export const lives: fc.Arbitrary<Step[]> = fc.array(
  fc.record<Step>({
    what: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...whats) },
      {
        weight: 2,
        arbitrary: fc.constantFrom('send', 'examine', 'examine', 'examine', 'revise', 'settle'),
      },
    ),
    wait: fc.integer({ min: 0, max: 1_500 }),
    waited: fc.constantFrom(0, 0, 0, 30, 600),
    who: fc.oneof(
      { weight: 3, arbitrary: fc.constant('own') },
      { weight: 1, arbitrary: fc.constantFrom(...anybody) },
    ),
    indicator: fc.constantFrom(1, 1, 2, 3),
    unit: fc.constantFrom('DINKES', 'DINKES', 'DLH'),
    level: fc.constantFrom('1', '2', '3', '4', '5', '2.5'),
    pick: fc.nat(7),
    yes: fc.boolean(),
  }),
  { minLength: 40, maxLength: 90, size: 'max' },
);
