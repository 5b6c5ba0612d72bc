import { html, type Html } from '../../../platform/html.js';
import type { YearByYear } from '../../../report/year-by-year.js';
import { trendView } from '../trend.view.js';
import { breakView } from './break.view.js';
import { stretchView, type TrendShown } from './stretch.view.js';
import { trendWords } from './trend-words.js';

interface Around extends TrendShown {
  readonly title: string;
  readonly target: string | null;
  /** Where who may bring in earlier years does so; null for everybody else. */
  readonly earlier: string | null;
  readonly leaders: string;
}

/** Years side by side, the latest instrument first; apart wherever the instrument changed. */
export function trendPage({ years, stretches, mappings }: YearByYear, shown: Around): Html {
  const { language, path, title, target, earlier, leaders } = shown;
  const t = trendWords[language];
  const latestFirst = stretches
    .map((stretch, at) => ({ stretch, before: stretches[at - 1] }))
    .reverse();
  return html`<section>
      <h1>${t.title}</h1>
      <p class="now">${title}</p>
      <p>
        <a href="${leaders}">${t.back}</a>
        ${years.length > 0 && html` · <a href="${path}?format=csv">${t.csv}</a>`}
        ${earlier !== null && html` · <a href="${earlier}">${t.earlier}</a>`}
      </p>
      <h2>${t.index}</h2>
      ${trendView(years, target, language)}
    </section>
    ${latestFirst.map(({ stretch, before }) => {
      const mapping = mappings.find(
        ({ from, to }) => from === before?.instrument.code && to === stretch.instrument.code,
      );
      return [
        stretchView(stretch, shown),
        before ? breakView(before, stretch, mapping ?? null, language) : null,
      ];
    })}`;
}
