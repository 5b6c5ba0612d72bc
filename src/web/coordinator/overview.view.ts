import { uncoveredYears } from '../../domain/uncovered-years.js';
import type { Bounces } from '../../notice/bounced.store.js';
import { html, type Html } from '../../platform/html.js';
import type { Overview } from '../../report/overview.service.js';
import { unfinished, type UnitProgress } from '../../report/progress.js';
import type { Language } from '../language.js';
import { figuresView } from '../parts/figures.view.js';
import type { Column } from '../parts/table.js';
import { countdown, longMoment } from '../words/dates.js';
import { gapText, indicatorStates } from '../words/work.js';
import { lateSections, type LateShown } from './late.view.js';
import { minutesLinks } from './minutes/minutes.view.js';
import { mailsPath } from './mails/mails-path.js';
import { outageWords } from './outages/outage-words.js';
import { bouncedView } from './people/bounced.view.js';
import { peoplePath } from './people/people-path.js';
import { portalPath } from './portal/portal-path.js';
import { portalWords } from './portal/portal-words.js';
import { tablePage, type TablePage } from './table-page.js';
import { cycleCalendarWords } from './cycle-calendar-words.js';
import { timelineView } from './timeline.view.js';
import { uncoveredView } from './uncovered-years.view.js';
import { words } from './words.js';
import { webhookWords } from './webhook/webhook-words.js';

/** What the overview shows besides the cycle itself. */
export interface OverviewShown extends LateShown {
  readonly bounces: Bounces;
  /** How many requests for more time wait for a decision. */
  readonly waiting: number;
  /** One ended within the last days. */
  readonly outage: boolean;
}

/** The year, what it comes to, who is late, and where every unit stands. */
export function overviewPage(overview: Overview, shown: OverviewShown): TablePage {
  const { language } = shown;
  const t = words[language];
  return tablePage({
    title: t.overview,
    caption: t.units,
    columns: unitColumns(overview, language),
    rows: overview.progress.units,
    empty: t.noUnits,
    around: (table) => overviewView(overview, shown, table),
  });
}

function overviewView(overview: Overview, shown: OverviewShown, units: Html): Html {
  const { language } = shown;
  const { facts, now, figures, timeline } = overview;
  const { cycle } = facts;
  const t = words[language];
  return html`<section>
      <h1>${cycle.title}</h1>
      <p class="now"><strong>${longMoment(now, cycle.zone, language)}</strong></p>
      ${bouncedView(
        facts.people,
        { path: peoplePath(cycle.code), mails: mailsPath(cycle.code) },
        { ...shown, zone: cycle.zone },
      )}
      ${noticesView(cycle.code, shown)}
      ${uncoveredView(uncoveredYears(facts), cycle.code, language)}
      <h2>${t.figures}</h2>
      ${figuresView(figures, cycle.target, language)}
      <h2>${t.timeline}</h2>
      ${timeline && timelineView(timeline, language)} ${minutesLinks(facts, language)}
      ${furtherLinks(cycle.code, language)}
    </section>
    ${lateSections(overview, shown)}
    <section>
      <h2>${t.units}</h2>
      ${units}
    </section>`;
}

/** What a coordinator should look at first. */
function noticesView(cycle: string, { waiting, outage, language }: OverviewShown): Html {
  const office = `/koordinator/${encodeURIComponent(cycle)}`;
  const asked = words[language].requestsWait(waiting);
  return html`${waiting > 0 && html`<p class="problem"><a href="${office}/keputusan#dispensasi">${asked}</a></p>`}
  ${outage && html`<p class="problem"><a href="${office}/gangguan">${outageWords[language].recent}</a></p>`}`;
}

function furtherLinks(cycle: string, language: Language): Html {
  const path = `/koordinator/${encodeURIComponent(cycle)}`;
  return html`<p><a href="${portalPath(cycle)}">${portalWords[language].title}</a></p>
    <p><a href="${path}/kalender">${cycleCalendarWords[language].title}</a></p>
    <p><a href="${path}/webhook">${webhookWords[language].title}</a></p>`;
}

function unitColumns({ facts }: Overview, language: Language): Column<UnitProgress>[] {
  const t = words[language];
  const titles = new Map(facts.phases.map(({ code, title }) => [code, title]));
  return [
    { key: 'opd', title: t.unit, value: ({ unit }) => unit.name },
    { key: 'indikator', title: t.leads, value: ({ indicators }) => indicators.length },
    {
      key: 'terkirim',
      title: t.sent,
      value: ({ indicators }) => indicators.filter(({ state }) => isSent(state)).length,
    },
    {
      key: 'kurang',
      title: t.gaps,
      value: ({ indicators }) => indicators.flatMap(({ gaps }) => gaps).length,
    },
    {
      key: 'tugas',
      title: t.current,
      value: (unit) => currentTask(unit, titles, language).join(': '),
      cell: (unit) => {
        const [title = '', ...when] = currentTask(unit, titles, language);
        return html`<bdi>${title}</bdi>${when.map((each) => `: ${each}`)}`;
      },
    },
  ];
}

const sentStates = new Set(['submitted', 'returned', 'revising', 'revised', 'reviewed']);

function isSent(state: string): boolean {
  return sentStates.has(state);
}

/** What it is, and when, unless there is none. */
function currentTask(
  { tasks }: UnitProgress,
  titles: ReadonlyMap<string, string>,
  language: Language,
): string[] {
  const [first] = unfinished(tasks);
  const task = first ?? tasks.findLast(({ state }) => state === 'lapsed');
  if (!task) return [words[language].nothing];
  return [titles.get(task.phase) ?? task.phase, countdown(task.daysLeft, language)];
}

type IndicatorRow = Overview['progress']['indicators'][number];

/** Progress by indicator. */
export function indicatorsPage(overview: Overview, language: Language): TablePage {
  const t = words[language];
  return tablePage({
    title: t.byIndicator,
    caption: t.byIndicator,
    columns: indicatorColumns(overview, language),
    rows: overview.progress.indicators,
    empty: t.nothing,
    around: (table) =>
      html`<section>
        <h1>${t.byIndicator}</h1>
        ${table}
      </section>`,
  });
}

function indicatorColumns({ facts }: Overview, language: Language): Column<IndicatorRow>[] {
  const t = words[language];
  const names = new Map(facts.people.units.map(({ code, name }) => [code, name]));
  const named = (code: string | null): string => (code === null ? '–' : (names.get(code) ?? code));
  return [
    { key: 'no', title: 'No', value: ({ indicator }) => indicator.no },
    {
      key: 'indikator',
      title: t.indicator,
      value: ({ indicator, title }) => title ?? indicator.name,
    },
    { key: 'opd', title: t.lead, value: ({ lead }) => named(lead) },
    {
      key: 'pendukung',
      title: t.supports,
      value: ({ supports }) => supports.map(named).join(', '),
    },
    {
      key: 'status',
      title: t.state,
      value: ({ state }) => indicatorStates[language][state],
      cell: ({ state }) =>
        html`<span class="badge ${state}">${indicatorStates[language][state]}</span>`,
    },
    { key: 'klaim', title: t.claim, value: ({ claim }) => claim ?? '–' },
    { key: 'didukung', title: t.supported, value: ({ supported }) => supported },
    { key: 'terverifikasi', title: t.verified, value: ({ verified }) => verified ?? '–' },
    {
      key: 'kurang',
      title: t.missing,
      value: ({ gaps }) => gaps.map((gap) => gapText(gap, language)).join('; '),
    },
  ];
}
