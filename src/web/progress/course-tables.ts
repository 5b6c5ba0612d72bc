import type { BurnUp, BurnUpDay } from '../../report/burn-up.js';
import type { Course } from '../../report/burn-up.service.js';
import type { TaskOutlook } from '../../report/outlooks.js';
import type { Outlook } from '../../domain/outlook.js';
import { html } from '../../platform/html.js';
import type { Language } from '../language.js';
import type { Column } from '../parts/table.js';
import { longDate } from '../words/dates.js';
import { courseWords } from './course-words.js';

/** Colours that badges have already. */
const badges: Readonly<Record<Outlook, string>> = {
  late: 'late',
  'not-started': 'todo',
  attention: 'draft',
  'on-time': 'finished',
};

/** Each with the numbers that led to it. */
export function outlookColumns({ overview }: Course, language: Language): Column<TaskOutlook>[] {
  const { columns: heads, outlooks } = courseWords[language];
  const names = new Map(overview.facts.people.units.map(({ code, name }) => [code, name]));
  const assessor: Column<TaskOutlook> = {
    key: 'asesor',
    title: heads.asesor,
    value: ({ task }) => task.assessor ?? '–',
  };
  return [
    { key: 'opd', title: heads.opd, value: ({ task }) => names.get(task.unit ?? '') ?? '–' },
    {
      key: 'perkiraan',
      title: heads.perkiraan,
      value: ({ outlook }) => outlooks[outlook],
      cell: ({ outlook }) =>
        html`<span class="badge ${badges[outlook]}">${outlooks[outlook]}</span>`,
    },
    {
      key: 'alasan',
      title: heads.alasan,
      value: (row) => reasonOf(row, language),
      cell: (row) => html`<span class="sentence">${reasonOf(row, language)}</span>`,
    },
    { key: 'tersisa', title: heads.tersisa, value: ({ left }) => left },
    { key: 'siap', title: heads.siap, value: ({ ready }) => ready },
    { key: 'perlu', title: heads.perlu, value: ({ needed }) => needed },
    { key: 'hari', title: heads.hari, value: ({ daysLeft }) => daysLeft },
    {
      key: 'tenggat',
      title: heads.tenggat,
      value: ({ task }) => task.deadlineDate.toString(),
      cell: ({ task }) =>
        html`<span class="unbroken">${longDate(task.deadlineDate, language)}</span>`,
    },
    { key: 'tahap', title: heads.tahap, value: ({ phase }) => phase.title },
    // Heads see no reviews.
    ...(overview.actor.coordinator ? [assessor] : []),
  ];
}

export function reasonOf(
  { left, pace, needed, daysLeft }: TaskOutlook,
  language: Language,
): string {
  const t = courseWords[language];
  if (left === 0) return `${t.toSend}; ${t.daysLeft(daysLeft)}`;
  return `${t.left(left)}; ${t.paces[pace.basis](pace)}; ${t.needs(needed, daysLeft)}`;
}

export type CurveRow = BurnUpDay & Pick<BurnUp, 'phase' | 'total'>;

export function curveRows(burnUps: readonly BurnUp[]): CurveRow[] {
  return burnUps.flatMap(({ phase, total, days }) => days.map((day) => ({ ...day, phase, total })));
}

/** The same numbers as the picture. */
export function curveColumns(language: Language): Column<CurveRow>[] {
  const { columns: heads, yes, no } = courseWords[language];
  return [
    { key: 'tanggal', title: heads.tanggal, value: ({ date }) => date.toString() },
    { key: 'kerja', title: heads.kerja, value: ({ works }) => (works ? yes : no) },
    { key: 'terkirim', title: heads.terkirim, value: ({ sent }) => sent ?? '' },
    { key: 'selesai', title: heads.selesai, value: ({ finished }) => finished ?? '' },
    { key: 'garis', title: heads.garis, value: ({ line }) => line },
    { key: 'semua', title: heads.semua, value: ({ total }) => total },
    { key: 'tahap', title: heads.tahap, value: ({ phase }) => phase.title },
  ];
}
