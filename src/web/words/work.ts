import type { TaskState } from '../../domain/machines.js';
import type { IndicatorState } from '../../report/progress.js';
import type { Gap, GapKind } from '../../domain/assessment/gaps.js';
import type { Language } from '../language.js';

export const taskStates: Readonly<Record<Language, Record<TaskState, string>>> = {
  id: {
    todo: 'Belum dimulai',
    'in-progress': 'Dikerjakan',
    finished: 'Selesai',
    lapsed: 'Terlewat',
    cancelled: 'Dibatalkan',
  },
  en: {
    todo: 'Not begun',
    'in-progress': 'In progress',
    finished: 'Finished',
    lapsed: 'Missed',
    cancelled: 'Cancelled',
  },
};

export const indicatorStates: Readonly<Record<Language, Record<IndicatorState, string>>> = {
  id: {
    'no-lead': 'Belum ada penanggung jawab',
    unanswered: 'Belum dijawab',
    draft: 'Draf',
    submitted: 'Terkirim',
    returned: 'Perlu perbaikan',
    revising: 'Sedang diperbaiki',
    revised: 'Perbaikan terkirim',
    reviewed: 'Sudah dinilai',
    'nihil-asked': 'Nihil diajukan',
    nihil: 'Nihil',
    external: 'Nilai dari instansi lain',
  },
  en: {
    'no-lead': 'No lead unit yet',
    unanswered: 'Not answered',
    draft: 'Draft',
    submitted: 'Sent',
    returned: 'To be revised',
    revising: 'Being revised',
    revised: 'Revision sent',
    reviewed: 'Reviewed',
    'nihil-asked': 'Nihil asked for',
    nihil: 'Nihil',
    external: "Another agency's value",
  },
};

const gapWords: Readonly<Record<Language, Record<GapKind, string>>> = {
  id: {
    no_lead: 'belum ada OPD penanggung jawab',
    no_assessor: 'belum ada asesor',
    no_answer: 'belum dijawab',
    no_level: 'tingkat belum dipilih',
    no_fact: 'fakta belum diisi',
    no_analysis: 'analisis belum diisi',
    no_evidence: 'bukti dukung belum diunggah',
    not_revised: 'belum diperbaiki',
    no_verdict: 'belum dinilai lengkap',
    level_not_reached: 'tingkat melebihi bukti yang diterima',
    not_settled: 'perbedaan nilai asesor belum diputuskan',
  },
  en: {
    no_lead: 'no lead unit yet',
    no_assessor: 'no assessor yet',
    no_answer: 'not answered',
    no_level: 'no level chosen',
    no_fact: 'facts are missing',
    no_analysis: 'the analysis is missing',
    no_evidence: 'evidence is missing',
    not_revised: 'not revised',
    no_verdict: 'not fully judged',
    level_not_reached: 'the level is above what was accepted',
    not_settled: 'assessors differ and nobody has settled it',
  },
};

/** `bukti dukung belum diunggah (tingkat 3)` */
export function gapText({ kind, level }: Gap, language: Language): string {
  const text = gapWords[language][kind];
  if (level === null) return text;
  return `${text} (${language === 'id' ? 'tingkat' : 'level'} ${level})`;
}

/** 3,76 in Indonesian, 3.76 in English. */
export function figure(value: string, language: Language): string {
  return language === 'id' ? value.replace('.', ',') : value;
}
