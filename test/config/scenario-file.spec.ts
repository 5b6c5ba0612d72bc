import { describe, expect, it } from '@jest/globals';
import { slip } from './office.js';
import { cycle, head, inline, instant, load, people, problemsIn } from './scenarios.js';

describe('the scenario file', () => {
  it('holds its cycle and people inline', () => {
    const { start, end, plan, phases, people, events } = load(inline.replace('events:\n', ''));

    expect({ start, end }).toEqual({
      start: instant('2025-08-31T00:00:00Z'),
      end: instant('2025-10-04T17:00:00Z'),
    });
    expect(plan.code).toBe('uji');
    expect(phases.map(({ code }) => code)).toEqual(['mandiri']);
    expect(people.units.map(({ code }) => code)).toEqual(['DINKES']);
    expect(events).toEqual([]);
  });

  it.each([
    { cycle: 'uji', people: 'warga', because: 'they are codes' },
    {
      cycle: '../cycles/uji.yaml',
      people: '../people/warga.yaml',
      because: 'they are paths from it',
    },
  ])('finds cycle and people: $because', (reference) => {
    const text = `${head}cycle: ${reference.cycle}\npeople: ${reference.people}\n`;
    const files = { 'cycles/uji.yaml': cycle(''), 'people/warga.yaml': people('') };

    const scenario = load(text, files);

    expect(scenario.plan.code).toBe('uji');
    expect(scenario.people.units.map(({ code }) => code)).toEqual(['DINKES']);
  });
});

describe('a mistake in the scenario is reported with line, field and remedy', () => {
  it.each([
    ['end: 2025-10-05', 'end: 2025-08-05', '2: end: expected an instant after the start'],
    ['start: 2025-08-31', 'start: 2025-02-31', '1: start: there is no such instant'],
    ['sendAt: "08:00"', 'sendAt: pagi', '7: cycle.sendAt: expected the local time'],
    ['spbe-2020', 'spbe-2019', '8: cycle.instrument: no "spbe-2019" in instruments'],
    ['2025-09-30', '2025-08-30', '10: cycle.phases[0].closes: the phase closes before'],
    ['admin@', 'admin.', '13: people.units[0].admins[0].email: expected one e-mail address'],
    ['events:', 'event:', '14: event: unknown key "event"; did you mean "events"?'],
  ])('%s → %s', (good, bad, problem) => {
    const [first] = problemsIn(slip(`${inline}  []\n`, good, bad));

    expect(first).toContain(`scenarios/uji.yaml:${problem}`);
  });

  it.each([
    ['cycle: nanti\npeople: warga', '3: cycle: no "nanti" in cycles: known are uji'],
    ['cycle: uji\npeople: ./nanti.yaml', '4: people: there is no file scenarios/nanti.yaml'],
  ])('when %j leads nowhere', (text, problem) => {
    const files = { 'cycles/uji.yaml': cycle(''), 'people/warga.yaml': people('') };

    expect(problemsIn(`${head}${text}\n`, files)).toEqual([`scenarios/uji.yaml:${problem}`]);
  });

  it('in the file that it refers to, under the name of that file', () => {
    const files = {
      'cycles/uji.yaml': slip(cycle(''), '"08:00"', 'pagi'),
      'people/warga.yaml': people(''),
    };

    expect(problemsIn(`${head}cycle: uji\npeople: warga\n`, files)).toEqual([
      expect.stringContaining('cycles/uji.yaml:4: sendAt: expected'),
    ]);
  });
});
