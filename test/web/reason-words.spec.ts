import { describe, expect, it } from '@jest/globals';
import { noticeKinds, type NoticeKind } from '../../src/domain/notice-kind.js';
import type { Language } from '../../src/web/language.js';
import { reasons } from '../../src/web/mails/reasons.js';
import type { Told } from '../../src/web/mails/told.js';

const each = (['id', 'en'] as const).flatMap((language) =>
  noticeKinds.map((kind) => ({ kind, language })),
);

const who: Readonly<Record<Language, string>> = {
  id: 'Anda admin Dinas Kesehatan',
  en: 'you were an admin of Dinas Kesehatan',
};

function told(language: Language): Told {
  return {
    who: who[language],
    phase: 'TAHAP',
    matter: 'TAHAP (UNIT)',
    offset: 'H-3',
    distance: 'JARAK',
    moves: true,
    deadline: 'TENGGAT',
    oldDeadline: 'SEMULA',
    why: 'ALASAN',
    missing: ['KURANG'],
    findings: [12],
    indicator: 34,
    objection: false,
  };
}

/** What each says besides who got it: the rule in figures. */
const says: Readonly<Record<NoticeKind, readonly string[]>> = {
  opened: ['TAHAP (UNIT)', 'TENGGAT'],
  reminder: ['H-3', 'JARAK', 'TAHAP (UNIT)', 'TENGGAT'],
  overdue: ['H-3', 'JARAK', 'TAHAP (UNIT)', 'TENGGAT'],
  blocked: ['TAHAP', 'KURANG'],
  rescheduled: ['TAHAP (UNIT)', 'SEMULA', 'TENGGAT'],
  extended: ['TAHAP (UNIT)', 'TENGGAT', 'ALASAN'],
  handover: ['TAHAP (UNIT)', 'TENGGAT'],
  assigned: ['TAHAP (UNIT)', 'TENGGAT'],
  unassigned: ['TAHAP (UNIT)'],
  returned: ['TAHAP (UNIT)', '12'],
  comment: ['TAHAP (UNIT)', '34'],
  'extension-asked': ['TAHAP (UNIT)', 'TENGGAT', 'ALASAN'],
  'extension-refused': ['TAHAP (UNIT)', 'TENGGAT', 'ALASAN'],
  outage: [],
  'cycle-closed': [],
};

/** Words by which each language gives itself away. */
const foreign: Readonly<Record<Language, RegExp>> = {
  id: /\b(the|and|because|was|were|deadline|task|unit)\b/,
  en: /\b(yang|dan|karena|tidak|belum|tugas|tahap|batas|segera|adalah)\b/,
};

describe('rule 10: the reason of a notice', () => {
  it.each(each)('of kind $kind says who, what and until when, in $language', (named) => {
    const { kind, language } = named;

    const text = reasons[kind][language].because(told(language));

    expect([who[language], ...says[kind]].filter((fact) => !text.includes(fact))).toEqual([]);
    expect(text).toMatch(/^[A-Z].*\.$/);
    expect(text).not.toMatch(/undefined|null|\[object/);
  });

  it.each(each)('of kind $kind keeps to one language: $language', ({ kind, language }) => {
    const { because, dropped } = reasons[kind][language];

    expect(foreign[language].exec(`${because(told(language))} ${dropped}`)?.[0]).toBeUndefined();
    expect(dropped).toMatch(/^(OPD |[a-z]).*\.$/);
  });

  it.each(['id', 'en'] as const)('leaves out what was not recorded, in %s', (language) => {
    const bare = { ...told(language), why: null, missing: [], findings: [] };

    const texts = (['blocked', 'extended', 'returned'] as const).map((kind) =>
      reasons[kind][language].because(bare),
    );

    expect(texts.join(' ')).not.toMatch(/\(\)|: ;|:\.|null/);
  });

  it.each([
    ['id', 'Sanggahan baru', 'Pesan baru'],
    ['en', 'A new objection', 'A new message'],
  ] as const)('tells an objection from a message, in %s', (language, objection, message) => {
    const said = (isObjection: boolean): string =>
      reasons.comment[language].because({ ...told(language), objection: isObjection });

    expect([said(true), said(false)]).toEqual([
      expect.stringMatching(`^${objection} `),
      expect.stringMatching(`^${message} `),
    ]);
  });
});
