import type { JournalNames } from '../../cycle/journal-search.store.js';
import type { JournalRow } from '../../cycle/journal.entity.js';
import type { Facts } from '../../domain/cycle.js';
import { html, type Html } from '../../platform/html.js';
import type { Language } from '../language.js';
import { fieldView } from '../parts/field.view.js';
import { tableAddress } from '../parts/table.js';
import { filterKeys, type FilterKey, type JournalWanted } from './journal-query.js';
import { journalWords } from './journal-words.js';

export interface JournalShown {
  readonly language: Language;
  readonly path: string;
  readonly wanted: JournalWanted;
  readonly facts: Facts;
  readonly names: JournalNames;
  readonly rows: readonly JournalRow[];
  /** Of all that match, on all pages. */
  readonly count: number;
  readonly pages: number;
}

type Options = readonly (readonly [value: string, text: string])[];

/** The form with everything that can be filtered by, and what is. */
export function journalFilters(shown: JournalShown): Html {
  const { language, path } = shown;
  const t = journalWords[language];
  const { search, sort, descending } = shown.wanted.state;
  return html`<form action="${path}" method="get" role="search" aria-label="${t.filterBy}">
      <div class="filters">
        ${choices(shown)} ${whoField(shown)} ${dateField('dari', shown)}
        ${dateField('sampai', shown)}
        ${fieldView({
          ...{ name: 'cari', label: t.search, type: 'search', autocomplete: 'off' },
          ...{ value: search, longest: 100 },
        })}
      </div>
      ${
        sort !== '' &&
        html`<input type="hidden" name="urut" value="${descending ? '-' : ''}${sort}" />`
      }
      <p class="buttons"><button>${t.apply}</button></p>
    </form>
    ${activeView(shown)}`;
}

/** What an address has to say for the same filters. */
export function keptIn({ typed }: JournalWanted): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
}

function optionsOf({ facts, names }: JournalShown): Readonly<Partial<Record<FilterKey, Options>>> {
  return {
    tahap: facts.phases.map(({ code, title }) => [code, title]),
    opd: facts.people.units.map(({ code, name }) => [code, name]),
    jenis: Object.entries(names.kinds),
  };
}

function choices(shown: JournalShown): Html[] {
  const { filters, any } = journalWords[shown.language];
  return Object.entries(optionsOf(shown)).map(([key, known]) => {
    const name = key as FilterKey;
    const chosen = shown.wanted.typed[name];
    // What the address asks for is chosen, whether or not anything bears that name.
    const isKnown = chosen === '' || known.some(([value]) => value === chosen);
    const options: Options = [['', any], ...known, ...(isKnown ? [] : [[chosen, chosen] as const])];
    return html`<div class="field">
      <label for="${name}">${filters[name]}</label>
      <select id="${name}" name="${name}">
        ${options.map(
          ([value, text]) =>
            html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${text}</option>`,
        )}
      </select>
    </div>`;
  });
}

function whoField({ language, wanted: { typed } }: JournalShown): Html {
  const { filters, whoHint } = journalWords[language];
  return fieldView({
    ...{ name: 'siapa', label: filters.siapa, type: 'text', autocomplete: 'off' },
    ...{ value: typed.siapa, hint: whoHint, longest: 100 },
  });
}

function dateField(name: 'dari' | 'sampai', { language, wanted }: JournalShown): Html {
  const { filters, problems } = journalWords[language];
  const problem = wanted.problems[name];
  return fieldView({
    ...{ name, label: filters[name], autocomplete: 'off', value: wanted.typed[name] },
    // A browser empties a field for dates that holds none, and what was typed has to stay.
    type: problem === 'no-date' ? 'text' : 'date',
    error: problem && problems[problem],
    longest: 100,
  });
}

function activeView(shown: JournalShown): Html | null {
  const { language, path, wanted } = shown;
  const t = journalWords[language];
  const { search, sort, descending } = wanted.state;
  const options = optionsOf(shown);
  const active = filterKeys
    .filter((key) => wanted.typed[key] !== '')
    .map((key) => {
      const value = wanted.typed[key];
      const text = options[key]?.find(([each]) => each === value)?.[1] ?? value;
      return [t.filters[key], text] as const;
    });
  if (search !== '') active.push([t.search, search]);
  if (active.length === 0) return null;
  return html`<div class="active">
    <span>${t.active}</span>
    <ul>
      ${active.map(([name, text]) => html`<li>${name}: <strong>${text}</strong></li>`)}
    </ul>
    <a href="${tableAddress(path, { search: '', sort, descending })}">${t.clear}</a>
  </div>`;
}
