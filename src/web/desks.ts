import { isLeader, type Actor } from '../domain/assessment/actor.js';
import { html, type Html } from '../platform/html.js';
import type { Language } from './language.js';

const words = {
  id: {
    label: 'Meja kerja',
    overview: 'Ringkasan',
    progress: 'Kemajuan',
    decisions: 'Keputusan',
    changes: 'Perubahan',
    assignments: 'Penugasan',
    people: 'Peserta',
    indicators: 'Indikator',
    matrix: 'Matriks',
    trend: 'Tren',
    plan: 'Surat Jadwal',
    reports: 'Laporan',
    mails: 'Surel',
    journal: 'Jurnal',
    reviews: 'Penilaian',
    leader: 'Pimpinan',
    whatIf: 'Andaikan',
    ways: 'Jalan ke target',
  },
  en: {
    label: 'Desks',
    overview: 'Overview',
    progress: 'Progress',
    decisions: 'Decisions',
    changes: 'Changes',
    assignments: 'Assignments',
    people: 'People',
    indicators: 'Indicators',
    matrix: 'Matrix',
    trend: 'Trend',
    plan: 'Send plan',
    reports: 'Reports',
    mails: 'Mails',
    journal: 'Journal',
    reviews: 'Reviews',
    leader: 'Leaders',
    whatIf: 'What if',
    ways: 'Way to the target',
  },
};

/** Where somebody can go in a cycle, by what they are to it. */
export function desksOf(actor: Actor, cycle: string, language: Language): [string, string][] {
  const t = words[language];
  const code = encodeURIComponent(cycle);
  const office = `/koordinator/${code}`;
  return [
    ...(actor.coordinator
      ? ([
          [office, t.overview],
          [`${office}/kemajuan`, t.progress],
          [`${office}/keputusan`, t.decisions],
          [`${office}/perubahan`, t.changes],
          [`${office}/penugasan`, t.assignments],
          [`${office}/orang`, t.people],
          [`${office}/indikator`, t.indicators],
          [`${office}/matriks`, t.matrix],
          [`${office}/tren`, t.trend],
          [`${office}/jadwal-surat`, t.plan],
          [`${office}/surat`, t.mails],
          [`${office}/laporan`, t.reports],
          [`${office}/jurnal`, t.journal],
        ] as [string, string][])
      : []),
    ...[...new Set([...actor.adminOf, ...actor.headOf])].map((unit): [string, string] => [
      `/opd/${code}/${encodeURIComponent(unit)}`,
      unit,
    ]),
    ...(actor.assessor === null ? [] : ([[`/asesor/${code}`, t.reviews]] as [string, string][])),
    ...(isLeader(actor)
      ? ([
          [`/pimpinan/${code}`, t.leader],
          [`${office}/andaikan`, t.whatIf],
          [`${office}/jalan-ke-target`, t.ways],
        ] as [string, string][])
      : []),
    // Coordinators have it above.
    ...(!actor.coordinator && actor.headOf.length > 0
      ? ([[`${office}/kemajuan`, t.progress]] as [string, string][])
      : []),
  ];
}

/** Nothing for whoever has none any more, and only reads what was once written to them. */
export function desksView(
  desks: readonly [string, string][],
  path: string,
  language: Language,
): Html | null {
  if (desks.length === 0) return null;
  return html`<nav class="desks" aria-label="${words[language].label}">
    ${desks.map(([to, text]) =>
      to === path
        ? html`<a href="${to}" aria-current="page">${text}</a>`
        : html`<a href="${to}">${text}</a>`,
    )}
  </nav>`;
}

/** On the first page: where one goes on with one's own work. */
export function desksSection(
  cycle: string,
  desks: readonly [string, string][],
  language: Language,
): Html {
  return html`<nav class="own" aria-label="${words[language].label}: ${cycle}">
    <strong>${words[language].label}</strong>
    ${desks.map(([to, text]) => html`<a href="${to}">${text}</a> `)}
  </nav>`;
}
