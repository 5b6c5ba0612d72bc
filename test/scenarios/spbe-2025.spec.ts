import 'reflect-metadata';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadInstrument } from '../../src/assessment/instrument-file.js';
import type { FinishAct } from '../../src/engine/scenario/event.js';
import type { Line } from '../../src/engine/scenario/log.js';
import { publishedLevels, score } from '../../src/domain/scoring.js';
import { shipped } from '../config/office.js';
import { logOf, scenarioIn } from './run.js';

const name = 'spbe-2025';
let log: Line[] = [];

beforeAll(async () => {
  log = await logOf(name);
});

describe('the year 2025 of Kota Pekalongan', () => {
  it('moves the six phases, two of them in a weekend without power', () => {
    const phases = log.filter(({ type }) => type === 'phase');

    expect(phases.map(({ at, phase, to }) => `${at.slice(0, 10)} ${phase} ${to}`)).toEqual([
      '2025-06-02 penetapan open',
      '2025-08-01 penetapan closed',
      '2025-08-01 sosialisasi open',
      '2025-08-30 sosialisasi closed',
      '2025-09-01 penilaian-mandiri open',
      '2025-10-01 penilaian-mandiri closed',
      '2025-10-01 penilaian-dokumen open',
      '2025-11-01 penilaian-dokumen closed',
      '2025-11-03 revisi-dokumen open',
      '2025-12-01 pelaporan open',
      '2025-12-06 revisi-dokumen closed',
      '2025-12-20 pelaporan closed',
    ]);
    expect(phases.flatMap(({ recorded }) => recorded ?? [])).toEqual([
      '2025-11-03T07:30:00+07:00',
      '2025-11-03T07:30:00+07:00',
    ]);
  });

  it('refuses nothing and loses no mail', () => {
    expect(log.filter(({ type }) => type === 'refused' || type === 'bounce')).toEqual([]);
  });

  it('finishes what is to be finished and lets the rest lapse', () => {
    const ends = log.filter(({ type, to }) => type === 'task' && /finished|lapsed/.test(to ?? ''));

    expect(counted(ends.map(({ phase, to }) => `${phase} ${to}`))).toEqual({
      'penetapan finished': 1,
      'sosialisasi finished': 37,
      'sosialisasi lapsed': 3,
      'penilaian-mandiri finished': 39,
      'penilaian-mandiri lapsed': 2,
      'penilaian-dokumen finished': 39,
      'penilaian-dokumen lapsed': 1,
      'revisi-dokumen finished': 5,
      'pelaporan finished': 1,
    });
  });

  it('gives notice as often as the dates and the work of the units ask for', () => {
    const notices = log.flatMap((line) => line.notices ?? []);

    expect(
      counted(notices.map(({ phase, notice, offset }) => [phase, notice, offset].join(' ').trim())),
    ).toEqual({
      'penetapan opened': 1,
      'penetapan reminder H-14': 1,
      'sosialisasi opened': 40,
      'sosialisasi reminder H-3': 7,
      'sosialisasi reminder H': 3,
      'penilaian-mandiri opened': 40,
      'penilaian-mandiri handover': 1,
      'penilaian-mandiri reminder H-14': 25,
      'penilaian-mandiri reminder H-7': 13,
      'penilaian-mandiri reminder H-3': 7,
      'penilaian-mandiri reminder H-1': 5,
      'penilaian-mandiri reminder H': 2,
      'penilaian-mandiri overdue H+1': 2,
      'penilaian-mandiri extended': 1,
      'penilaian-mandiri overdue H+3': 1,
      'penilaian-dokumen opened': 40,
      'penilaian-dokumen returned': 5,
      'penilaian-dokumen reminder H-7': 11,
      'penilaian-dokumen reminder H-3': 7,
      'penilaian-dokumen reminder H-1': 3,
      'penilaian-dokumen reminder H': 1,
      'penilaian-dokumen overdue H+1': 1,
      'revisi-dokumen opened': 5,
      'revisi-dokumen rescheduled': 3,
      'revisi-dokumen reminder H-7': 2,
      'revisi-dokumen reminder H-3': 2,
      'revisi-dokumen reminder H-1': 1,
      'revisi-dokumen reminder H': 1,
      'pelaporan opened': 1,
      'pelaporan reminder H-7': 1,
      'pelaporan cycle-closed': 41,
    });
  });

  it('sends the reminders of the morning without mail server when it is back', () => {
    const held = log.filter(({ type, at }) => type === 'mail' && at.startsWith('2025-09-23'));

    expect(counted(held.map(({ at }) => at))).toEqual({ '2025-09-23T11:03:00+07:00': 13 });
  });

  it('publishes on 15 December, to the coordinator and the heads of all units', () => {
    const closing = log.filter(({ notices }) => notices?.[0]?.notice === 'cycle-closed');

    expect(counted(closing.map(({ at }) => at))).toEqual({ '2025-12-15T13:00:00+07:00': 41 });
  });

  it('ends with an index of 3.90, from a verified level for each of the 47 indicators', () => {
    const claimed = levelsOf('penilaian-mandiri');
    const verified = { ...claimed, ...levelsOf('penilaian-dokumen') };
    const instrument = loadInstrument(shipped, 'spbe-2020');

    expect(Object.keys(claimed)).toHaveLength(47);
    expect(score(instrument, publishedLevels(instrument, verified))).toMatchObject({
      index: '3.90',
      exact: '3.9035',
      predikat: 'Sangat Baik',
    });
  });
});

function levelsOf(phase: string): Record<string, string> {
  const finished = scenarioIn(name).events.filter(
    (event): event is FinishAct & typeof event => event.do === 'finish' && event.phase === phase,
  );
  return Object.assign({}, ...finished.map(({ levels }) => levels)) as Record<string, string>;
}

function counted(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
