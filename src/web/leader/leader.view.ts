import { html, type Html } from '../../platform/html.js';
import type { ListedDocument } from '../../report/document/report-documents.store.js';
import type { Overview } from '../../report/overview.service.js';
import type { YearInTrend } from '../../report/year-by-year.js';
import type { Language } from '../language.js';
import { reportWords } from '../coordinator/reports/report-words.js';
import { figuresView } from '../parts/figures.view.js';
import { publicLink } from '../public/public-link.view.js';
import { dateWithDays, longMoment } from '../words/dates.js';
import { figure } from '../words/work.js';
import { trendView } from './trend.view.js';

const words = {
  id: {
    title: 'Untuk pimpinan',
    domains: 'Indeks per domain',
    aspects: 'Indeks per aspek',
    verified: 'terverifikasi',
    claimed: 'klaim',
    trend: 'Tren indeks',
    more: 'Lihat per domain, aspek, dan indikator',
    behind: 'Yang tertinggal',
    nobody: 'Tidak ada OPD yang tertinggal.',
  },
  en: {
    title: 'For leaders',
    domains: 'Index by domain',
    aspects: 'Index by aspect',
    verified: 'verified',
    claimed: 'claimed',
    trend: 'Index over the years',
    more: 'See it by domain, aspect and indicator',
    behind: 'Who is behind',
    nobody: 'No unit is behind.',
  },
};

interface LeaderShown {
  readonly language: Language;
  /** Of the published result. */
  readonly reports: readonly ListedDocument[];
  /** Whether anybody may read it. */
  readonly isPublic: boolean;
}

/** One page: index, target, predikat, by domain, over the years, and who is behind. */
export function leaderView(
  overview: Overview,
  trend: readonly YearInTrend[],
  { language, reports, isPublic }: LeaderShown,
): Html {
  const { facts, figures, instrument, now } = overview;
  const t = words[language];
  const { klaim, terverifikasi } = figures;
  const parts = instrument.domains.length > 0 ? instrument.domains : instrument.aspects;
  const kind = instrument.domains.length > 0 ? 'domains' : 'aspects';
  return html`<section>
      <h1>${facts.cycle.title}</h1>
      <p class="now">${t.title} · ${longMoment(now, facts.cycle.zone, language)}</p>
      ${figuresView(figures, facts.cycle.target, language)}
      ${reportLinks(facts.cycle.code, reports, language)}
      ${isPublic && publicLink(facts.cycle.code, language)}
    </section>
    <section>
      <h2>${t[kind]}</h2>
      <dl class="bars">
        ${parts.map(({ code, name }) => {
          const [verified = '1.00', claimed = '1.00'] = [
            terverifikasi[kind][code],
            klaim[kind][code],
          ];
          return barRow(name, { verified, claimed }, language);
        })}
      </dl>
    </section>
    <section>
      <h2>${t.trend}</h2>
      ${trendView(trend, facts.cycle.target, language)}
      <p><a href="/pimpinan/${encodeURIComponent(facts.cycle.code)}/tren">${t.more}</a></p>
    </section>
    <section>
      <h2>${t.behind}</h2>
      ${behindList(overview, language)}
    </section>`;
}

function reportLinks(
  cycle: string,
  reports: readonly ListedDocument[],
  language: Language,
): Html | null {
  if (reports.length === 0) return null;
  const t = reportWords[language];
  const path = `/pimpinan/${encodeURIComponent(cycle)}/laporan`;
  return html`<p>
    ${t.ofResult}:
    ${reports.map(
      ({ id, format }) => html`<a href="${path}/${id}" download>${t.formats[format]}</a> `,
    )}
  </p>`;
}

/** A meter is a picture that a screen reader can say; both numbers stand beside it. */
function barRow(
  name: string,
  { verified, claimed }: { verified: string; claimed: string },
  language: Language,
): Html {
  const t = words[language];
  return html`<div>
    <dt>${name}</dt>
    <dd>
      <meter min="1" max="5" value="${verified}" aria-label="${name}, ${t.verified}"></meter>
      <strong>${figure(verified, language)}</strong>
      <span class="hint">${t.claimed} ${figure(claimed, language)}</span>
    </dd>
  </div>`;
}

function behindList({ progress, facts }: Overview, language: Language): Html {
  const late = progress.units.filter(({ isLate }) => isLate);
  if (late.length === 0) return html`<p>${words[language].nobody}</p>`;
  const titles = new Map(facts.phases.map(({ code, title }) => [code, title]));
  return html`<ul class="late">
    ${late.map(({ unit, tasks }) => {
      const task = tasks.find(({ state }) => state === 'lapsed');
      if (!task) return null;
      const date = dateWithDays(task.deadlineDate, task.daysLeft, language);
      const title = titles.get(task.phase) ?? task.phase;
      return html`<li><bdi>${unit.name}</bdi>: <bdi>${title}</bdi>, ${date}</li>`;
    })}
  </ul>`;
}
