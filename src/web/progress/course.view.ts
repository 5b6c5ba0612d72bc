import type { Course } from '../../report/burn-up.service.js';
import { isCounted } from '../../domain/assessment/workload.js';
import { html, type Html } from '../../platform/html.js';
import { tablePage, type TablePage } from '../coordinator/table-page.js';
import type { Language } from '../language.js';
import { longMoment } from '../words/dates.js';
import { burnUpView } from './burn-up.view.js';
import { coursePath } from './course-path.js';
import { outlookColumns } from './course-tables.js';
import { courseWords } from './course-words.js';

/** Who is likely to be late and why, then how each phase has filled up. */
export function coursePage(course: Course, language: Language): TablePage {
  const t = courseWords[language];
  return tablePage({
    title: t.title,
    caption: t.forecast,
    columns: outlookColumns(course, language),
    rows: course.outlooks,
    empty: t.nobody,
    around: (table) => courseView(course, table, language),
  });
}

function courseView(course: Course, table: Html, language: Language): Html {
  const { overview, burnUps } = course;
  const { cycle } = overview.facts;
  const t = courseWords[language];
  const late = lateOf(course);
  return html`<section>
      <h1>${t.title}</h1>
      <p class="now">
        <bdi>${cycle.title}</bdi> · ${longMoment(overview.now, cycle.zone, language)}
      </p>
      <p>${t.intro}</p>
      ${cycle.state === 'paused' && html`<p class="problem">${t.paused}</p>`}
      <h2>${t.forecast}</h2>
      ${table} ${late > 0 && html`<p class="hint">${t.late(late)}</p>`}
      <details>
        <summary>${t.rule}</summary>
        <ul>
          ${t.rules.map((rule) => html`<li>${rule}</li>`)}
        </ul>
      </details>
      ${exportLinks(coursePath(cycle.code), language)}
    </section>
    <section>
      <h2>${t.curves}</h2>
      ${burnUps.length === 0 && html`<p>${t.noCurves}</p>`}
      ${burnUps.map((each) => burnUpView(each, language))}
    </section>`;
}

function exportLinks(path: string, language: Language): Html {
  const t = courseWords[language];
  return html`<p>
    ${t.exports}: <a href="${path}?format=xlsx">${t.workbook}</a> ·
    <a href="${path}?format=csv">${t.forecastCsv}</a> ·
    <a href="${path}?format=csv&amp;isi=kurva">${t.curveCsv}</a>
  </p>`;
}

/** Of what the reader sees. */
function lateOf({ overview: { facts, progress, actor } }: Course): number {
  const kinds = new Map(facts.phases.map(({ code, kind }) => [code, kind]));
  return progress.late.filter(({ phase, assessor }) => {
    const kind = kinds.get(phase);
    return kind !== undefined && isCounted(kind) && (actor.coordinator || assessor === null);
  }).length;
}
