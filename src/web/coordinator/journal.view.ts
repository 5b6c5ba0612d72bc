import type { JournalRow } from '../../cycle/journal.entity.js';
import type { JournalNames } from '../../cycle/journal-search.store.js';
import type { Facts } from '../../domain/cycle.js';
import { calendarItself } from '../../domain/journal.js';
import { html, type Html } from '../../platform/html.js';
import type { Language } from '../language.js';
import { gridView, tableAddress, type Column } from '../parts/table.js';
import { longMoment } from '../words/dates.js';
import { entryKinds } from '../words/journal.js';
import { journalFilters, keptIn, type JournalShown } from './journal-filters.view.js';
import { journalWords } from './journal-words.js';

/** How the reader knows what entries name by codes. */
export function journalNames({ phases, people }: Facts, language: Language): JournalNames {
  const { coordinators, units, assessors } = people;
  const everybody = [
    ...coordinators,
    ...units.flatMap(({ admins, head }) => (head ? [...admins, head] : admins)),
    ...assessors,
  ];
  return {
    kinds: entryKinds[language],
    phases: Object.fromEntries(phases.map(({ code, title }) => [code, title])),
    people: {
      ...Object.fromEntries(everybody.map(({ email, name }) => [email.toLowerCase(), name])),
      [calendarItself]: journalWords[language].calendar,
    },
  };
}

export function journalColumns(
  { kinds, phases }: JournalNames,
  zone: string,
  language: Language,
): Column<JournalRow>[] {
  const value: Readonly<Record<string, Column<JournalRow>['value']>> = {
    no: ({ number }) => number,
    waktu: ({ recorded }) => recorded.toString(),
    siapa: ({ who }) => who,
    apa: ({ what, facts: { indicator } }) => {
      const kind = kinds[what] ?? what;
      return typeof indicator === 'number' ? `${kind} ${indicator}` : kind;
    },
    tahap: ({ phase }) => (phase === null ? '' : (phases[phase] ?? phase)),
    opd: ({ unit, assessor }) => [unit, assessor].filter(Boolean).join(' / '),
    dari: ({ from }) => from ?? '',
    menjadi: ({ to }) => to ?? '',
    alasan: ({ why }) => why ?? '',
  };
  return Object.entries(journalWords[language].columns).map(([key, title]) => ({
    ...{ key, title, value: value[key] ?? (() => '') },
    ...(key === 'waktu' && {
      cell: ({ recorded }: JournalRow) => longMoment(recorded, zone, language),
    }),
  }));
}

/** Everything that happened, and who did it: what is looked for, a page at a time. */
export function journalView(shown: JournalShown): Html {
  const t = journalWords[shown.language];
  return html`<section class="wide">
    <h1>${t.title}</h1>
    ${journalFilters(shown)} ${foundView(shown)}
  </section>`;
}

function foundView(shown: JournalShown): Html {
  const { language, path, wanted, facts, names, rows, count } = shown;
  const t = journalWords[language];
  if (Object.keys(wanted.problems).length > 0) return html`<p class="empty">${t.correct}</p>`;
  const kept = keptIn(wanted);
  if (rows.length === 0) {
    const isFiltered = wanted.state.search !== '' || Object.keys(kept).length > 0;
    return html`<p class="empty">
      ${isFiltered ? html`${t.nothing} <a href="${path}">${t.clear.toLowerCase()}</a>.` : t.empty}
    </p>`;
  }
  const columns = journalColumns(names, facts.cycle.zone, language);
  const { state } = wanted;
  return html`<p>
      <a href="${tableAddress(path, state, { ...kept, format: 'csv' })}">${t.export}</a>
    </p>
    ${gridView({ caption: t.title, path, columns, rows, state, kept, count })} ${pagesView(shown)}`;
}

function pagesView({ language, path, wanted, pages }: JournalShown): Html | null {
  if (pages === 1) return null;
  const t = journalWords[language];
  const { page, state } = wanted;
  const to = (no: number, text: string, rel: string): Html | false =>
    no >= 1 &&
    no <= pages &&
    html`<a
      rel="${rel}"
      href="${tableAddress(path, state, { ...keptIn(wanted), halaman: String(no) })}"
      >${text}</a
    >`;
  return html`<nav class="turn" aria-label="${t.pages}">
    ${to(page - 1, t.newer, 'prev')} <span>${t.page(page, pages)}</span>
    ${to(page + 1, t.older, 'next')}
  </nav>`;
}
