import { describe, expect, it } from '@jest/globals';
import { loadCycle } from '../../src/cycle/cycle-file.js';
import { cycleText } from '../../src/cycle/cycle-text.js';
import { officeWith, problemsOf } from './office.js';

const cycle = (ladder: string): string => `code: uji
title: Uji coba
timezone: Asia/Jakarta
sendAt: "08:00"
instrument: spbe-2020
${ladder}
phases:
  - { code: mandiri, title: Mandiri, kind: self-assessment, opens: 2025-09-01, closes: 2025-09-30 }
`;

describe('the escalation ladder of a cycle file', () => {
  it('gives the rungs of an escalation ladder, and loads them from its own export again', () => {
    const rungs =
      '[{ to: admin, after: 0 }, { to: head, after: 2, notaDinas: false }, { to: sekda, after: 5 }]';
    const text = cycle(`escalation: ${rungs}`);

    const { plan, phases } = loadCycle(officeWith({ 'cycles/uji.yaml': text }), 'uji');

    expect(plan.escalation).toEqual([
      { to: 'admin', after: 0, notaDinas: false },
      { to: 'head', after: 2, notaDinas: false },
      { to: 'sekda', after: 5, notaDinas: true },
    ]);
    const again = officeWith({ 'cycles/uji.yaml': cycleText(plan, phases) });
    expect(loadCycle(again, 'uji')).toEqual({ plan, phases });
  });

  it.each([
    ['head', 'escalation: expected a list of rungs'],
    ['[]', 'escalation: expected a list of rungs'],
    [
      '[{ to: camat, after: 1 }]',
      'escalation[0].to: expected one of admin, secretary, head, sekda',
    ],
    ['[{ to: head, after: H+3 }]', 'escalation[0].after: expected how many working days'],
    ['[{ to: head, after: -1 }]', 'escalation[0].after: expected how many working days'],
    ['[{ to: head }]', 'escalation[0].after: missing; expected how many working days'],
    [
      '[{ to: head, after: 1, notaDinas: ya }]',
      'escalation[0].notaDinas: expected whether the copy brings a nota dinas',
    ],
    [
      '[{ to: admin, after: 1, notaDinas: true }]',
      'escalation[0].notaDinas: admins get the notice itself',
    ],
    [
      '[{ to: head, after: 1 }, { to: head, after: 2 }]',
      'escalation[1].to: this rung stands in the list already',
    ],
    [
      '[{ to: head, after: 1 }, { to: secretary, after: 2 }]',
      'escalation[1].to: the rungs go from admin over secretary and head to sekda: move secretary up',
    ],
    [
      '[{ to: head, after: 3 }, { to: sekda, after: 2 }]',
      'escalation[1].after: a higher rung is not reached before a lower one (3); found 2',
    ],
  ])('is refused as %s', (ladder, problem) => {
    const folder = officeWith({ 'cycles/uji.yaml': cycle(`escalation: ${ladder}`) });

    const [first] = problemsOf(folder, () => loadCycle(folder, 'uji'));

    expect(first).toContain(`cycles/uji.yaml:6: ${problem}`);
  });

  it('does not stand beside escalateFrom', () => {
    const both = 'escalateFrom: H+3\nescalation: [{ to: head, after: 1 }]';
    const folder = officeWith({ 'cycles/uji.yaml': cycle(both) });

    expect(problemsOf(folder, () => loadCycle(folder, 'uji'))).toEqual([
      'cycles/uji.yaml:7: escalation: both escalateFrom and escalation say who gets copies: keep one; escalateFrom is a ladder of the head alone',
    ]);
  });
});
