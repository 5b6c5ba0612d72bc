import type { Judgement, RevisionReason } from '../../domain/assessment/verdict.js';
import { comma } from '../../notice/letter/words/result.js';
import type { PortalEvidence, PortalIndicator, PortalNote, PortalState } from './portal.js';

/** How a file came into the archive: whole, cut off by a fault of the store, or not at all. */
export type FileState = 'whole' | 'broken' | 'missing';

/** By the id of evidence; what is not in it is a link. */
export type FileStates = ReadonlyMap<string, FileState>;

/** The portal is Indonesian, whatever language pages are read in. */
const states: Readonly<Record<PortalState, string>> = {
  sent: 'diajukan',
  revising: 'sedang diperbaiki; isi berikut adalah yang terakhir diajukan',
  'not-sent': 'belum diajukan',
  nihil: 'nihil',
  external: 'nilai dari instansi lain',
  'no-lead': 'belum ada penanggung jawab',
};

const fileStates: Readonly<Record<FileState, string>> = {
  whole: 'ada',
  broken: 'RUSAK: isi berkas di penyimpanan tidak utuh',
  missing: 'HILANG: berkas tidak dapat dibaca dari penyimpanan',
};

const reasons: Readonly<Record<RevisionReason, string>> = {
  tidak_tepat: 'revisi: tidak tepat',
  belum_diunggah: 'revisi: belum diunggah',
  otomatis_ditolak: 'revisi: otomatis ditolak',
};

const link = 'tautan';
const nothing = '–';

/** One indicator, to be copied into the portal part by part. */
export function answerText(indicator: PortalIndicator, files: FileStates): string {
  const { no, key, name, title, domain, aspect, lead, state, fact, analysis } = indicator;
  const lines = [
    `INDIKATOR ${no} (${key})`,
    `Nama: ${name}`,
    ...(title === name ? [] : [`Judul: ${title}`]),
    ...(domain === null ? [] : [`Domain: ${domain.code} ${domain.name}`]),
    `Aspek: ${aspect.code} ${aspect.name}`,
    `Penanggung jawab: ${lead?.name ?? nothing}`,
    `Keadaan: ${states[state]}`,
    `Tingkat klaim: ${levelText(indicator.claimed)}`,
    `Tingkat terverifikasi: ${levelText(indicator.verified)}`,
    ...section('FAKTA', [fact]),
    ...section('ANALISIS', [analysis]),
    ...section(
      'BUKTI DUKUNG',
      indicator.evidence.map((each, index) => `${index + 1}. ${evidenceLine(each, files)}`),
    ),
    ...section('CATATAN ASESOR', indicator.notes.map(noteLine)),
  ];
  return `${lines.join('\n').replace(/\r?\n/g, '\r\n')}\r\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  const said = lines.filter((line) => line !== '');
  return ['', title, ...(said.length === 0 ? [nothing] : said)];
}

function evidenceLine(each: PortalEvidence, files: FileStates): string {
  const { level, name, original, url, note } = each;
  const state = files.get(each.id);
  const about = [
    `tingkat ${level}`,
    url === null ? `asal: ${original}` : url,
    judgementText(each.judgement),
    note,
    state !== undefined && state !== 'whole' && fileStates[state],
  ];
  return `${name} (${about.filter(Boolean).join('; ')})`;
}

/** `Asesor Satu, Penilaian dokumen, tingkat 3: Sudah sesuai.` */
export function noteLine({ by, phase, level, text }: PortalNote): string {
  const who = [by, phase, level !== null && `tingkat ${comma(level)}`].filter(Boolean).join(', ');
  return text === '' ? who : `${who}: ${text}`;
}

function levelText(level: string | null): string {
  return level === null ? nothing : comma(level);
}

function judgementText(judgement: Judgement | null): string {
  if (judgement === null) return 'belum dinilai';
  return judgement.kind === 'diterima' ? 'diterima' : reasons[judgement.reason];
}

const columns = [
  'No',
  'Kunci',
  'Domain',
  'Aspek',
  'Indikator',
  'Penanggung jawab',
  'Keadaan',
  'Tingkat klaim',
  'Tingkat terverifikasi',
  'Folder',
  'Tingkat bukti',
  'Nama berkas',
  'Nama asal',
  'Ukuran (byte)',
  'Tautan',
  'Putusan asesor',
  'Catatan',
  'Status berkas',
] as const;

/** Everything in the archive, and what ought to be: a row a piece of evidence, and one for what has none. */
export function indexRows(
  indicators: readonly PortalIndicator[],
  files: FileStates,
): (readonly (string | number)[])[] {
  const rows = indicators.flatMap((indicator) => {
    const about = indicatorCells(indicator);
    const { evidence, notes } = indicator;
    if (evidence.length === 0) {
      return [[...about, '', '', '', '', '', '', notes.map(noteLine).join('\n'), '']];
    }
    return evidence.map((each) => [...about, ...evidenceCells(each, files)]);
  });
  return [columns, ...rows];
}

function indicatorCells(indicator: PortalIndicator): (string | number)[] {
  const { no, key, domain, aspect, title, lead, state, claimed, verified, folder } = indicator;
  return [
    ...[no, key, domain?.name ?? '', aspect.name, title, lead?.name ?? '', states[state]],
    ...[claimed ?? '', verified ?? '', folder],
  ];
}

function evidenceCells(each: PortalEvidence, files: FileStates): (string | number)[] {
  const { id, level, name, original, file, url, judgement, note } = each;
  const state = files.get(id);
  return [
    ...[level, name, original, file?.size ?? '', url ?? '', judgementText(judgement), note],
    state === undefined ? link : fileStates[state],
  ];
}

/** What is not in the archive although it ought to be; null when all of it is. */
export function missingText(
  indicators: readonly PortalIndicator[],
  files: FileStates,
): string | null {
  const lines = indicators.flatMap(({ folder, evidence }) =>
    evidence.flatMap(({ id, name, original }) => {
      const state = files.get(id);
      if (state === undefined || state === 'whole') return [];
      return [`${folder}/${name} (asal: ${original}): ${fileStates[state]}`];
    }),
  );
  return lines.length === 0 ? null : `${lines.join('\r\n')}\r\n`;
}
