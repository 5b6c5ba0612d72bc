import { everybody } from '../people.js';
import { City, type Setting } from './city.js';
import { a1, a3, accept, agree, complete, dinkes, reject, review, save } from './deeds.js';

/** In September: nobody has written anything. */
export function atTheStart(setting: Setting = {}): City {
  return City.on('2025-09-10T09:00', setting);
}

/** In October: DINKES has claimed 3 for both of its indicators, with evidence. */
export function sent(setting: Setting = {}): City {
  return atTheStart(setting)
    .does(dinkes, ...complete(1, '3'), ...complete(2, '3'))
    .finishes(dinkes, 'isi', { unit: 'DINKES' })
    .later('2025-10-06T09:00');
}

/** In November: indicator 1 came back with level 2, for its evidence of level 3 was not the right one. */
export function returned(setting: Setting = {}): City {
  return sent(setting)
    .does(a1, accept('e1-2'), reject('e1-3'), review(1, '2', { finding: true }), agree(2))
    .finishes(a1, 'reviu', { unit: 'DINKES', assessor: 'A1' })
    .later('2025-11-10T09:00');
}

/** Later in November: DINKES has replaced that evidence and sent its revision. */
export function revised(setting: Setting = {}): City {
  return returned(setting)
    .does(
      dinkes,
      { do: 'replaceEvidence', id: 'e1-3b', evidence: 'e1-3', attachment: anotherPdf },
      save(1, { version: 1, fact: 'Diperbaiki.' }),
    )
    .finishes(dinkes, 'revisi', { unit: 'DINKES' })
    .later('2025-11-20T09:00');
}

export const anotherPdf = {
  kind: 'file',
  name: 'perbaikan.pdf',
  sha256: 'perbaikan',
  size: 12,
  type: 'application/pdf',
} as const;

/** A1 and A3 both assess DINKES. */
export const twoAssessors = everybody({
  assignments: [
    { assessor: 'A1', unit: 'DINKES' },
    { assessor: 'A3', unit: 'DINKES' },
  ],
});

export const otherReview = 'reviu/DINKES/A3#1';

/** In October: A1 found 2 for indicator 1, and A3 found 3. Both agree on indicator 2. */
export function differing(): City {
  return sent({ people: twoAssessors })
    .does(a1, accept('e1-2'), reject('e1-3'), review(1, '2', { finding: true }), agree(2))
    .does(a3, agree(1, otherReview), agree(2, otherReview))
    .finishes(a1, 'reviu', { unit: 'DINKES', assessor: 'A1' })
    .finishes(a3, 'reviu', { unit: 'DINKES', assessor: 'A3' });
}
