import { describe, expect, it } from '@jest/globals';
import { differenceOf, isEmpty } from '../../src/assessment/import/difference.js';
import type { ImportedAssignments } from '../../src/assessment/import/read-assignments.js';
import { present, stated } from './spreadsheets.js';

const now = {
  people: {
    ...present.people,
    assignments: [
      { assessor: 'A3', unit: 'DLH' },
      { assessor: 'A2', unit: 'DLH' },
      { assessor: 'A1', unit: 'DINKES' },
      { assessor: 'A3', unit: 'ARSIP' },
    ],
  },
  responsibilities: [
    stated(1, { lead: 'DLH', supports: ['DINKES', 'DISHUB'] }),
    stated(3, { lead: 'DINKES', title: 'Layanan  Puskesmas' }),
  ],
};

function imported(more: Partial<ImportedAssignments>): ImportedAssignments {
  return { indicators: [], assignments: [], ...more };
}

describe('what taking an import would change', () => {
  it('is nothing when it says what is so already, in whatever order', () => {
    const same = imported({
      indicators: [
        stated(3, { lead: 'DINKES', title: 'Layanan Puskesmas' }),
        stated(2),
        stated(1, { lead: 'DLH', supports: ['DISHUB', 'DINKES'] }),
      ],
      assignments: [
        { assessor: 'A2', unit: 'DLH' },
        { assessor: 'A3', unit: 'DLH' },
      ],
    });

    const difference = differenceOf(same, now);

    expect(difference).toEqual({ indicators: [], units: [] });
    expect(isEmpty(difference)).toBe(true);
  });

  it('names leads, supporting units and titles, each from and to', () => {
    const third = stated(3, { lead: 'DINKES', title: 'Layanan RSUD' });
    const second = stated(2, { lead: 'DISHUB' });
    const first = stated(1, { supports: ['DINKES'] });

    const difference = differenceOf(imported({ indicators: [third, second, first] }), now);

    expect(difference).toEqual({
      indicators: [
        {
          indicator: 1,
          lead: { from: 'DLH', to: null },
          supports: { from: ['DINKES', 'DISHUB'], to: ['DINKES'] },
          title: null,
          next: first,
        },
        {
          indicator: 2,
          lead: { from: null, to: 'DISHUB' },
          supports: null,
          title: null,
          next: second,
        },
        {
          indicator: 3,
          lead: null,
          supports: null,
          title: { from: 'Layanan  Puskesmas', to: 'Layanan RSUD' },
          next: third,
        },
      ],
      units: [],
    });
    expect(isEmpty(difference)).toBe(false);
  });

  it('names the assessors of a unit that is listed, and leaves the others alone', () => {
    const assignments = [
      { assessor: 'A3', unit: 'DLH' },
      { assessor: 'A3', unit: 'DISHUB' },
      { assessor: 'A1', unit: 'DISHUB' },
    ];

    expect(differenceOf(imported({ assignments }), now)).toEqual({
      indicators: [],
      units: [
        { unit: 'DISHUB', added: ['A1', 'A3'], removed: [] },
        { unit: 'DLH', added: [], removed: ['A2'] },
      ],
    });
  });
});
