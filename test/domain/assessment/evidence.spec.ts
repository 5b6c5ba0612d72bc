import { describe, expect, it } from '@jest/globals';
import { refusalOf, type City } from './city.js';
import { accept, a1, attach, dinkes, dlh, link, pdf, save } from './deeds.js';
import { atTheStart, returned, sent } from './stations.js';

describe('evidence', () => {
  it('begins the answer and the task of the unit that leads', () => {
    const city = atTheStart().does(dinkes, attach(1, 2));

    expect(city.dossier.evidence).toEqual([
      {
        ...{ id: 'e1-2', indicator: 1, level: 2, unit: 'DINKES', series: 'e1-2', version: 1 },
        ...{ attachment: pdf('e1-2'), attachedAt: city.now, attachedBy: dinkes, removedAt: null },
      },
    ]);
    expect(city.dossier.answers.map(({ state, version }) => [state, version])).toEqual([
      ['draft', 0],
    ]);
    expect(city.task('isi/DINKES#1')?.state).toBe('in-progress');
  });

  it('does not make who writes at the same time start again', () => {
    const city = atTheStart().does(dinkes, save(1), attach(1, 2));

    expect(() => city.does(dinkes, save(1, { version: 1 }))).not.toThrow();
  });

  it('may be several pieces at one level', () => {
    const city = atTheStart().does(dinkes, attach(1, 2), attach(1, 2, { id: 'lagi' }));

    expect(city.desk().evidenceOf(1)).toHaveLength(2);
  });

  it.each([0, 1, 6, 2.5])('cannot be for level %d', (level) => {
    expect(() => atTheStart().does(dinkes, attach(1, level))).toThrow('level_not_allowed');
  });
});

describe('evidence that is a link', () => {
  it.each([
    'https://jdih.test/perwal-12-2025.pdf',
    'http://spbe.test',
    'HTTPS://drive.test/a?b=c#d',
  ])('can be %s', (url) => {
    const city = atTheStart().does(dinkes, attach(1, 2, { attachment: link(url) }));

    expect(city.dossier.evidence.map(({ attachment }) => attachment)).toEqual([link(url)]);
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,hai',
    'ftp://spbe.test/a.pdf',
    '//spbe.test/a.pdf',
    'spbe.test',
    '',
  ])('cannot be %j', (url) => {
    const refusal = refusalOf(() =>
      atTheStart().does(dinkes, attach(1, 2, { attachment: link(url) })),
    );

    expect(refusal).toEqual({
      code: 'link_not_allowed',
      detail: { url, allowed: 'http, https' },
    });
  });

  it('is checked when it replaces another one too', () => {
    const city = atTheStart().does(dinkes, attach(1, 2));

    expect(() => city.does(dinkes, { ...replace('e1-2'), attachment: link('x:y') })).toThrow(
      'link_not_allowed',
    );
  });
});

describe('evidence that is replaced', () => {
  it('stays as an old version: nothing is overwritten', () => {
    const city = atTheStart().does(dinkes, attach(1, 2)).later('2025-09-11T09:00');

    city.does(dinkes, replace('e1-2'));

    expect(versionsOf(city)).toEqual([
      { id: 'e1-2', series: 'e1-2', version: 1, level: 2, removedAt: city.now },
      { id: 'baru', series: 'e1-2', version: 2, level: 2, removedAt: null },
    ]);
    expect(
      city
        .desk()
        .evidenceOf(1)
        .map(({ id }) => id),
    ).toEqual(['baru']);
  });

  it('cannot be replaced or removed again, only its newest version', () => {
    const city = atTheStart().does(dinkes, attach(1, 2), replace('e1-2'));

    expect(() => city.does(dinkes, { ...replace('e1-2'), id: 'c' })).toThrow('unknown_evidence');
    expect(() => city.does(dinkes, remove('e1-2'))).toThrow('unknown_evidence');
  });

  it('keeps what was said of the old version, and has no verdict of its own', () => {
    const city = returned();

    city.does(dinkes, replace('e1-3'));

    expect(city.dossier.verdicts.map(({ evidence }) => evidence)).toContain('e1-3');
    expect(city.dossier.verdicts.map(({ evidence }) => evidence)).not.toContain('baru');
  });
});

describe('evidence that is removed', () => {
  it('is still among the versions, and in the journal by its name', () => {
    const city = atTheStart().does(dinkes, attach(1, 2), remove('e1-2'));

    expect(versionsOf(city)).toEqual([
      { id: 'e1-2', series: 'e1-2', version: 1, level: 2, removedAt: city.now },
    ]);
    expect(city.world.journal.at(-1)).toMatchObject({
      what: 'evidence-removed',
      facts: { indicator: 1, evidence: 'e1-2', level: 2, name: 'e1-2.pdf' },
    });
  });
});

describe('evidence is locked', () => {
  it.each([attach(1, 4, { id: 'susulan' }), replace('e1-3'), remove('e1-3')])(
    'once the answer is sent: $do',
    (command) => {
      expect(() => sent().does(dinkes, command)).toThrow('already_finished');
    },
  );

  it.each([attach(2, 4, { id: 'susulan' }), replace('e2-3'), remove('e2-3')])(
    'in a revision where the review has not returned the answer: $do',
    (command) => {
      expect(() => returned().does(dinkes, command)).toThrow('not_returned');
    },
  );

  it('at the deadline', () => {
    const city = atTheStart().does(dinkes, attach(1, 2)).later('2025-10-01T00:00');

    expect(() => city.does(dinkes, remove('e1-2'))).toThrow('not_open');
    expect(() => city.acceptedAt('2025-09-30T23:59').does(dinkes, remove('e1-2'))).not.toThrow();
  });

  it('against an assessor, always', () => {
    const city = sent().does(a1, accept('e1-2'));

    expect(() => city.does(a1, remove('e1-2'))).toThrow('not_allowed');
  });
});

describe('evidence of a unit that supports', () => {
  const ofDlh = attach(1, 2, { id: 'dlh', unit: 'DLH' });

  it('is attached in its own name', () => {
    const city = atTheStart().does(dlh, ofDlh);

    expect(city.dossier.evidence.map(({ unit, attachedBy }) => [unit, attachedBy])).toEqual([
      ['DLH', dlh],
    ]);
  });

  it('cannot be attached in the name of the lead, nor by the lead in its name', () => {
    expect(() => atTheStart().does(dlh, attach(1, 2))).toThrow('not_allowed');
    expect(() => atTheStart().does(dinkes, ofDlh)).toThrow('not_allowed');
  });

  it('is its own: the lead does not change it, nor it the lead’s', () => {
    const city = atTheStart().does(dlh, ofDlh).does(dinkes, attach(1, 3));

    expect(() => city.does(dinkes, remove('dlh'))).toThrow('not_allowed');
    expect(() => city.does(dlh, replace('e1-3'))).toThrow('not_allowed');
  });

  it('is refused for an indicator that it does not support', () => {
    expect(() => atTheStart().does(dlh, attach(2, 2, { unit: 'DLH' }))).toThrow('not_found');
  });
});

function replace(evidence: string) {
  return { do: 'replaceEvidence', id: 'baru', evidence, attachment: pdf('baru') } as const;
}

function remove(evidence: string) {
  return { do: 'removeEvidence', evidence } as const;
}

function versionsOf(city: City) {
  return city.dossier.evidence.map(({ id, series, version, level, removedAt }) => {
    return { id, series, version, level, removedAt };
  });
}
