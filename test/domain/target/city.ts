import { loadInstrument } from '../../../src/assessment/instrument-file.js';
import type { Question } from '../../../src/domain/target/ways-to-target.js';
import { shipped } from '../../config/office.js';

export const spbe = loadInstrument(shipped, 'spbe-2020');
export const pemdi = loadInstrument(shipped, 'pemdi-2026');

/** A city that stands everywhere at 3, each aspect led by a unit of that name. */
export function cityAt(goal: string, more: Partial<Question> = {}): Question {
  return {
    levels: spbe.indicators.map(() => '3'),
    goal,
    efforts: {},
    leads: Object.fromEntries(spbe.indicators.map(({ no, aspect }) => [String(no), aspect])),
    ...more,
  };
}
