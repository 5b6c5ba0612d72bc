import type { Prospect } from '../../../assessment/target/targets.service.js';
import type { Efforts } from '../../../domain/target/effort.js';
import type { Raise, Way, Ways } from '../../../domain/target/ways-to-target.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { scrolledTable } from '../../parts/scrolled-table.view.js';
import type { Visit } from '../../visit.js';
import { figure } from '../../words/work.js';
import { basesView } from './basis.view.js';
import { effortsView } from './efforts.view.js';
import { goalView } from './goal.view.js';
import type { Named } from './named.js';
import { triedAt } from './target-paths.js';
import type { GoalTyped } from './ways-form.js';
import { waysWords } from './ways-words.js';

export interface WaysShown {
  readonly path: string;
  readonly whatIf: string;
  readonly prospect: Prospect;
  readonly typed: GoalTyped;
  /** Null while no goal is told that there could be ways to. */
  readonly ways: Ways | null;
  readonly efforts: Efforts;
  readonly named: Named;
  readonly done: boolean;
  readonly problem: string | null;
}

export function waysView(shown: WaysShown, visit: Visit): Html {
  const { path, whatIf, prospect, typed, done, problem } = shown;
  const { language } = visit;
  const t = waysWords[language];
  const { index, predikat } = typed.standing;
  const addressOf = ({ code }: { readonly code: string }): string =>
    `${path}?${new URLSearchParams({ dasar: code, tujuan: typed.kind, angka: typed.text }).toString()}`;
  return html`<section>
      <h1>${t.title}</h1>
      ${done && html`<p class="done" role="status">${t.kept}</p>`}
      ${problem !== null && html`<p class="error" role="alert">${problem}</p>`}
      <p>${t.intro} <a href="${triedAt(whatIf, typed.basis.code, {})}">${t.whatIf}</a></p>
      ${basesView(prospect.bases, { chosen: typed.basis, addressOf }, language)}
      <p>${t.now(figure(index, language), predikat)}</p>
      ${goalView(shown, language)}
    </section>
    ${foundView(shown, language)} ${prospect.actor.coordinator && effortsView(shown, visit)}`;
}

function foundView(shown: WaysShown, language: Language): Html | null {
  const { ways, typed } = shown;
  const t = waysWords[language];
  if (ways === null || typed.goal === null) return null;
  const goal = figure(typed.goal, language);
  if (ways.state === 'reached') {
    return html`<section><p class="good">${t.reached(goal)}</p></section>`;
  }
  if (ways.state === 'impossible') {
    const { index, predikat } = ways.best;
    return html`<section>
      <p class="problem">${t.impossible(goal, figure(index, language), predikat)}</p>
      <p>${t.impossibleHint}</p>
    </section>`;
  }
  return html`${ways.ways.map((way) => wayView(way, shown, language))}
    <section>
      <details>
        <summary>${t.how}</summary>
        <ul>
          ${t.rules.map((rule) => html`<li>${rule}</li>`)}
        </ul>
      </details>
    </section>`;
}

function wayView(way: Way, { whatIf, typed, named }: WaysShown, language: Language): Html {
  const t = waysWords[language];
  const { merits, effort, units, raises, score } = way;
  const title = merits.map((each) => t.merits[each]).join(' · ');
  const levels = Object.fromEntries(raises.map(({ indicator, to }) => [String(indicator), to]));
  return html`<section>
    <h2>${title}</h2>
    <p>
      <strong>${t.comesTo(figure(score.index, language), score.predikat)}</strong>
      · ${t.costs(effort, raises.length, units)}
    </p>
    ${scrolledTable(
      title,
      [t.indicator, t.level, t.effort, t.contribution, t.lead],
      raises.map((raise) => raiseRow(raise, named, language)),
    )}
    <p><a href="${triedAt(whatIf, typed.basis.code, levels)}">${t.tryIt}</a></p>
  </section>`;
}

function raiseRow(
  { indicator, from, to, effort, contribution }: Raise,
  named: Named,
  language: Language,
): Html {
  const lead = named.lead(indicator) ?? waysWords[language].nobody;
  return html`<tr>
    <th scope="row">${indicator}. <bdi>${named.indicator(indicator)}</bdi></th>
    <td class="number">${figure(from, language)} → ${figure(to, language)}</td>
    <td class="number">${effort}</td>
    <td class="number">${figure(contribution, language)}</td>
    <td><bdi>${lead}</bdi></td>
  </tr>`;
}
