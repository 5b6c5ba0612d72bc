import type { EarlierYear } from '../../../assessment/earlier/earlier-results.service.js';
import type { TableOfLevels } from '../../../assessment/earlier/imported-result.js';
import type { Instrument, Score } from '../../../domain/scoring.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { longMoment } from '../../words/dates.js';
import { figure } from '../../words/work.js';
import { plainTable } from '../assignments-parts.view.js';
import { earlierWords } from './earlier-words.js';
import type { EarlierShown } from './earlier.view.js';

/** A year as it was brought in, and from where. */
export function resultView(
  { year, frozen, importedAt, importedBy, holds }: EarlierYear,
  { language, path, zone }: EarlierShown,
): Html {
  const t = earlierWords[language];
  const { code, instrument, stated, published, file, differs, replaces } = frozen;
  const facts: [string, string | null][] = [
    [t.year, String(year)],
    [t.instrument, instrument.title],
    [t.announced, `${figure(stated.index, language)} ${stated.predikat}`],
    [t.computed, figure(published.index, language)],
    [t.why, differs],
    [t.whyReplaced, replaces],
    [t.brought, t.by(importedBy, longMoment(importedAt, zone, language))],
    [t.file, file.name],
    ['SHA-256', file.sha256],
    [t.trace, holds ? t.holds : t.broken],
  ];
  return html`<section>
    <h1>${code}</h1>
    <p><a href="${path}">${t.all}</a></p>
    <dl class="facts">
      ${facts.map(
        ([name, value]) =>
          value !== null &&
          html`<dt>${name}</dt>
            <dd><bdi>${value}</bdi></dd>`,
      )}
    </dl>
    ${tablesView({ ...frozen }, language)}
  </section>`;
}

/** What a result is made of. */
export function tablesView(
  {
    instrument,
    published,
    levels,
    claimed,
    notes,
  }: TableOfLevels & { readonly instrument: Instrument; readonly published: Score },
  language: Language,
): Html {
  const t = earlierWords[language];
  const parts = [
    ...instrument.domains.map(({ code, name }) => [name, published.domains[code]] as const),
    ...instrument.aspects.map(({ code, name }) => [name, published.aspects[code]] as const),
  ];
  const said = (value = '–'): string => figure(value, language);
  return html`<h2>${t.parts}</h2>
    ${plainTable(
      t.parts,
      [t.part, t.figure],
      parts.map(([name, value]) => [name, said(value)]),
    )}
    <h2>${t.levels}</h2>
    ${plainTable(
      t.levels,
      [t.no, t.indicator, t.level, t.claimed, t.note],
      instrument.indicators.map(({ no, name }) => [
        no,
        name,
        said(levels[String(no)]),
        said(claimed[String(no)]),
        notes[String(no)] ?? '',
      ]),
    )}`;
}
