import { Temporal } from 'temporal-polyfill';
import { loadInstrument } from '../../../src/assessment/instrument-file.js';
import type { Answer } from '../../../src/domain/assessment/answer.js';
import { emptyDossier, type Dossier } from '../../../src/domain/assessment/dossier.js';
import type { Evidence } from '../../../src/domain/assessment/evidence.js';
import { figuresOf } from '../../../src/domain/assessment/figures.js';
import type { ReviewItem } from '../../../src/domain/assessment/review.js';
import type { Verdict } from '../../../src/domain/assessment/verdict.js';
import type { Facts, Task } from '../../../src/domain/cycle.js';
import type { Unit } from '../../../src/domain/people.js';
import { score, type Instrument } from '../../../src/domain/scoring.js';
import type { Report } from '../../../src/report/document/report.js';
import { reportOf, type ReportBasis } from '../../../src/report/document/report-of.js';
import { trendOf } from '../../../src/report/trend.js';
import { shipped } from '../../config/office.js';
import { year as phases } from '../../domain/assessment/city.js';
import { everybody, unit } from '../../domain/people.js';
import { factsOf } from '../../domain/world.js';

export const spbe = loadInstrument(shipped, 'spbe-2020');
export const pemdi = loadInstrument(shipped, 'pemdi-2026');

/** What a whole city came to; null was never verified. */
export type Verified = (no: number) => string | null;

/** 41 of 47 are verified, at 2 to 5. */
export const usual: Verified = (no) => (no % 8 === 0 ? null : String(2 + ((no * 7) % 4)));

const offices: readonly (readonly [string, string])[] = [
  ['DISKOMINFO', 'Dinas Komunikasi dan Informatika'],
  ['BAPPERIDA', 'Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah'],
  ['DINKES', 'Dinas Kesehatan'],
  ['BKPSDM', 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia'],
  ['DPMPTSP', 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu'],
  ['INSPEKTORAT', 'Inspektorat'],
];
export const units: readonly Unit[] = offices.map(([code, name]) => ({ ...unit(code), name }));

const at = Temporal.Instant.from('2025-10-20T03:00:00Z');
const said = { version: 1, fact: 'Ada.', analysis: 'Sesuai.', updatedAt: at, updatedBy: 'x' };

const notes = [
  'Dokumen arsitektur telah ditetapkan dengan Peraturan Wali Kota, tetapi belum direviu dua tahun terakhir.',
  'Bukti dukung sesuai. Disarankan melengkapi notula evaluasi dan rencana tindak lanjutnya.',
  '=HYPERLINK("https://jahat.test";"klik")',
  'Layanan telah terintegrasi; pengukuran kepuasan pengguna belum dilakukan secara berkala.',
];

const leadOf = (no: number): string => units[no % units.length]?.code ?? '';
const taskOf = (no: number): string => `reviu/${leadOf(no)}/A1#1`;

/** Everything claimed one level above what was verified, as far as there are levels. */
export function basis(
  instrument: Instrument = spbe,
  verified: Verified = usual,
  more: Partial<ReportBasis> = {},
): ReportBasis {
  const dossier = dossierOf(instrument, verified);
  const facts = factsWith(instrument, verified);
  const figures = figuresOf(facts, instrument, dossier);
  const { index } = figures.terverifikasi;
  const earlier = instrument.indicators.map(({ no }) => String(1 + ((no * 5) % 4)));
  return {
    kind: 'published',
    ...{ facts, dossier, instrument, figures, year: 2025, target: facts.cycle.target },
    trend: trendOf([
      { year: 2023, index: '3.31', instrument: spbe },
      { year: 2024, index: score(instrument, earlier).index, instrument },
      { year: 2025, index, instrument },
    ]),
    before: { year: 2024, score: score(instrument, earlier) },
    at: Temporal.Instant.from('2025-12-15T02:30:00Z'),
    place: { entries: 1482, hash: '9f2c4b7a'.repeat(8) },
    frame: {
      letterhead: {
        government: 'Pemerintah Kota Pekalongan',
        office: 'Dinas Komunikasi dan Informatika',
        address: 'Jalan Sriwijaya Nomor 44, Pekalongan 51111, telepon (0285) 423222',
        logo: null,
        signer: {
          office: 'Kepala Dinas Komunikasi dan Informatika',
          name: 'Nama Kepala Dinas, S.Kom., M.Si.',
          nip: '19700101 199503 1 001',
        },
      },
      from: 'Tim SPBE',
      site: 'https://siklus.kota.test',
    },
    ...more,
  };
}

export function report(...given: Parameters<typeof basis>): Report {
  return reportOf(basis(...given));
}

function factsWith(instrument: Instrument, verified: Verified): Facts {
  const cycle = {
    instrument: instrument.code,
    title: 'Pemantauan dan Evaluasi SPBE Kota Pekalongan 2025',
  };
  const people = everybody({ units });
  const facts = factsOf({ cycle, phases, people });
  const tasks = units.map(({ code }): Task => {
    const own = instrument.indicators.filter(({ no }) => leadOf(no) === code);
    const levels = own.map(({ no }) => [String(no), verified(no) ?? '1'] as const);
    return {
      ...{ id: `reviu/${code}/A1#1`, phase: 'reviu', unit: code, assessor: 'A1' },
      ...{ state: 'finished', deadline: at, openedAt: at, noticeAt: at, deadlineSince: at },
      ...{ deadlineDate: Temporal.PlainDate.from('2025-10-31'), extendedTo: null },
      ...{ levels: Object.fromEntries(levels), findings: [], excused: false },
    };
  });
  return { ...facts, tasks };
}

function dossierOf({ indicators }: Instrument, verified: Verified): Dossier {
  const judged = indicators.filter(({ no }) => verified(no) !== null);
  return {
    ...emptyDossier,
    responsibilities: indicators.map(({ no }) => {
      const title = no === 42 ? 'Layanan Aduan Warga "Lapor Mas Wali" <b>' : null;
      return { indicator: no, lead: leadOf(no), supports: ['DISKOMINFO'], title };
    }),
    answers: indicators.map(({ no }): Answer => {
      const level = String(Math.min(5, Math.floor(Number(verified(no) ?? 1)) + 1));
      return { indicator: no, state: 'reviewed', level, claimed: level, revised: null, ...said };
    }),
    evidence: judged.map(({ no }) => evidenceOf(no)),
    verdicts: judged.map(({ no }): Verdict => {
      const judgement = { kind: 'diterima' } as const;
      return {
        ...{ task: taskOf(no), evidence: evidenceOf(no).id, judgement, note: '' },
        ...{ judgedAt: at, judgedBy: 'a1@asesor.test' },
      };
    }),
    reviews: judged.map(({ no }): ReviewItem => {
      const level = verified(no);
      const note = no % 3 === 0 ? (notes[(no / 3) % notes.length] ?? '') : '';
      return {
        ...{ task: taskOf(no), phase: 'reviu', indicator: no, assessor: 'A1', version: 1 },
        ...{ level, note, finding: false, finalLevel: null, finalNote: '', updatedAt: at },
      };
    }),
  };
}

function evidenceOf(no: number): Evidence {
  const id = `00000000-0000-4000-8000-${String(no).padStart(12, '0')}`;
  const name = no === 7 ? '=1+1.pdf' : `Bukti indikator ${no}.pdf`;
  return {
    ...{ id, indicator: no, level: 2, unit: leadOf(no), series: id, version: 1 },
    attachment: { kind: 'file', name, sha256: '0'.repeat(64), size: 10, type: 'application/pdf' },
    ...{ attachedAt: at, attachedBy: 'x', removedAt: null },
  };
}
