import { Temporal } from 'temporal-polyfill';
import type { Minutes, Outcome, OutcomeKind } from '../../src/report/minutes/minutes.js';

export const at = (moment: string): Temporal.Instant => Temporal.Instant.from(`${moment}+07:00`);
const day = (date: string): Temporal.PlainDate => Temporal.PlainDate.from(date);

const long =
  'Dinas Perindustrian, Perdagangan, Koperasi, Usaha Mikro, Kecil dan Menengah serta Ketenagakerjaan';

export function outcome(kind: OutcomeKind, unit: string, more: Partial<Outcome> = {}): Outcome {
  return {
    ...{ kind, unit, assessor: null, given: null, indicators: [], owed: [] },
    deadline: at('2025-10-01T00:00'),
    deadlineDate: day('2025-09-30'),
    finishedAt: null,
    verdicts: null,
    findings: [],
    ...more,
  };
}

const given = {
  until: '2025-10-07',
  letter: '060/040/IX/2025',
  reason: 'Kebakaran ruang arsip di lantai dua',
};
const later = { deadline: at('2025-10-08T00:00'), deadlineDate: day('2025-10-07'), given };

/** A city of fifty units, of which most have sent in time. */
function ofFifty(): Outcome[] {
  const inTime = Array.from({ length: 42 }, (_, index) =>
    outcome('in-time', index % 7 === 3 ? `${long} ${index}` : `Dinas Nomor ${index + 1}`, {
      finishedAt: at(`2025-09-${String((index % 20) + 10)}T10:15`),
      indicators: index === 0 ? [1, 2, 3, 4, 9, 11] : [index + 1],
    }),
  );
  return [
    ...inTime,
    outcome('extended', 'Dinas Kesehatan', {
      ...later,
      finishedAt: at('2025-10-03T14:30'),
      indicators: [12, 13],
    }),
    outcome('extended', long, { ...later, finishedAt: at('2025-10-06T09:00'), indicators: [40] }),
    outcome('reopened', 'Dinas Sosial', {
      ...later,
      given: { ...given, letter: null },
      finishedAt: at('2025-10-07T23:58'),
      indicators: [41],
    }),
    outcome('running', 'Kecamatan Pekalongan Utara', { ...later, owed: [42] }),
    outcome('late', 'Dinas Lingkungan Hidup', { owed: [43, 44] }),
    outcome('late', 'Satuan Polisi Pamong Praja', { owed: [45] }),
    outcome('nihil', 'Sekretariat DPRD'),
    outcome('cancelled', 'Dinas yang Dilebur'),
  ];
}

export function sample(more: Partial<Minutes> = {}): Minutes {
  return {
    letterhead: {
      government: 'Pemerintah Kota Pekalongan',
      office: 'Dinas Komunikasi dan Informatika',
      address: 'Jalan Majapahit Nomor 1, Pekalongan',
      logo: null,
      signer: {
        office: 'Kepala Dinas Komunikasi dan Informatika',
        name: 'Drs. Budi, M.Si.',
        nip: '19700101 199503 1 001',
      },
    },
    from: 'Tim SPBE',
    filled: { number: '', date: day('2025-09-30'), place: 'Pekalongan' },
    cycle: {
      code: 'spbe-2025',
      title: 'Pemantauan dan Evaluasi SPBE Kota Pekalongan 2025',
      zone: 'Asia/Jakarta',
    },
    phase: {
      code: 'penilaian-mandiri',
      title: 'Penilaian mandiri',
      kind: 'self-assessment',
      openedAt: at('2025-09-01T00:00'),
      closedAt: at('2025-10-01T00:00'),
      closedOn: day('2025-09-30'),
    },
    journal: { entries: 1234, hash: 'a1b2c3d4e5f6'.padEnd(64, '0'), at: at('2025-10-08T08:00') },
    versions: [
      {
        number: 2,
        at: at('2025-09-20T09:00'),
        letter: '065/1201/IX/2025',
        reason: 'Edaran Sekretaris Daerah tentang penyesuaian jadwal',
        changes: [
          {
            ...{ what: 'rescheduled', field: null, phase: 'penilaian-mandiri', unit: null },
            from: '2025-09-01 – 2025-09-26',
            to: '2025-09-01 – 2025-09-30',
          },
        ],
      },
      {
        number: 3,
        at: at('2025-09-29T09:00'),
        letter: given.letter,
        reason: given.reason,
        changes: [
          {
            ...{ what: 'extended', field: null, phase: 'penilaian-mandiri', unit: 'DINKES' },
            from: '2025-09-30',
            to: '2025-10-07',
          },
        ],
      },
    ],
    outcomes: ofFifty(),
    refused: [],
    nihil: [
      {
        indicator: 47,
        name: 'Tingkat Kematangan Layanan Publik Sektor 3',
        unit: 'Sekretariat DPRD',
        reason: 'Tidak ada layanan publik sektor ketiga.',
        decidedBy: 'koordinator@kota.test',
        note: 'Disetujui',
      },
    ],
    without: ['Bagian Umum', 'Bagian Hukum'],
    decided: [],
    signers: [
      { office: 'Koordinator', name: 'Siti Aminah, S.Kom.', nip: '' },
      { office: 'Koordinator', name: 'Joko Santoso', nip: '' },
    ],
    witnesses: [
      {
        office: 'Kepala Dinas Komunikasi dan Informatika',
        name: 'Drs. Budi, M.Si.',
        nip: '19700101 199503 1 001',
      },
      { office: 'Sekretaris Daerah', name: 'Ir. Wati', nip: '' },
    ],
    unitNames: new Map([['DINKES', 'Dinas Kesehatan']]),
    ...more,
  };
}
