import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { entry } from '../../src/domain/journal.js';
import { planNotices } from '../../src/domain/plan-notices.js';
import { everybody } from './people.js';
import { phase, World } from './world.js';

const at = Temporal.Instant.from('2025-09-10T03:00:00Z');

const people = everybody({
  assignments: [
    { assessor: 'A1', unit: 'DINKES' },
    { assessor: 'A3', unit: 'DINKES' },
    { assessor: 'A2', unit: 'DLH' },
  ],
});

function told(side: 'unit' | 'assessor' | 'coordinator'): string[] {
  const { facts } = World.started('2025-08-31T07:00', {
    phases: [phase('review', { code: 'dokumen' })],
    people,
  }).run('2025-09-10T10:00');
  const said = { comment: 'c1', indicator: 32, side, objection: false };
  const news = [
    entry({ what: 'commented', who: 'a', due: at, recorded: at, unit: 'DINKES', facts: said }),
  ];
  return planNotices(facts, { after: at, until: at, news }).map(
    ({ kind, recipient, phase: of, unit, facts: more }) =>
      [kind, recipient.email, of, unit, more.indicator].join(' '),
  );
}

describe('a comment on an answer', () => {
  it.each([
    {
      side: 'unit',
      to: ['comment a1@asesor.test dokumen DINKES 32', 'comment a3@asesor.test dokumen DINKES 32'],
    },
    { side: 'assessor', to: ['comment admin@dinkes.test dokumen DINKES 32'] },
    {
      side: 'coordinator',
      to: [
        'comment admin@dinkes.test dokumen DINKES 32',
        'comment a1@asesor.test dokumen DINKES 32',
        'comment a3@asesor.test dokumen DINKES 32',
      ],
    },
  ] as const)('of a $side is told to the other side', ({ side, to }) => {
    expect(told(side)).toEqual(to);
  });
});
