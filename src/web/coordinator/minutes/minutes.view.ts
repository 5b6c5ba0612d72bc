import type { Facts, Phase } from '../../../domain/cycle.js';
import { closesAt } from '../../../domain/timeline.js';
import { html, type Html } from '../../../platform/html.js';
import type { TypedMinutes } from '../../../report/minutes/filled.js';
import { outcomeKinds, type Minutes } from '../../../report/minutes/minutes.js';
import type { Language } from '../../language.js';
import { fieldView } from '../../parts/field.view.js';
import { problemView } from '../../parts/problem.view.js';
import { scrolledTable } from '../../parts/scrolled-table.view.js';
import { longDeadline } from '../../words/dates.js';
import { minutesPath } from './minutes-path.js';
import { minutesWords } from './minutes-words.js';

/** Every phase: those that are over lead to their minutes, the others say when they will be. */
export function minutesListView({ cycle, phases }: Facts, language: Language): Html {
  const t = minutesWords[language];
  return html`<section>
    <h1>${t.title}</h1>
    <p>${t.intro}</p>
    <ul>
      ${phases.map(
        (phase) =>
          html`<li>
            ${
              phase.state === 'closed'
                ? html`<a href="${minutesPath(cycle.code, phase.code)}"
                    ><bdi>${phase.title}</bdi></a
                  >`
                : html`<strong><bdi>${phase.title}</bdi></strong>
                    <p class="hint">${notYet(phase, cycle, language)}</p>`
            }
          </li>`,
      )}
    </ul>
  </section>`;
}

/** On the overview: the way to what can be signed by now. */
export function minutesLinks({ cycle, phases }: Facts, language: Language): Html | false {
  const closed = phases.filter(({ state }) => state === 'closed');
  return (
    closed.length > 0 &&
    html`<p>
      <a href="${minutesPath(cycle.code)}">${minutesWords[language].title}</a>:
      ${closed.map(
        ({ code, title }, index) =>
          html`${index > 0 && ', '}<a href="${minutesPath(cycle.code, code)}"
              ><bdi>${title}</bdi></a
            >`,
      )}
    </p>`
  );
}

/** Instead of the form, of a phase that is not over. */
export function notClosedView(phase: Phase, { cycle }: Facts, language: Language): Html {
  const t = minutesWords[language];
  return html`<section>
    <h1>${t.of(phase.title)}</h1>
    ${problemView(notYet(phase, cycle, language))}
    <p><a href="${minutesPath(cycle.code)}">${t.back}</a></p>
  </section>`;
}

function notYet(phase: Phase, cycle: Facts['cycle'], language: Language): string {
  const { state } = phase;
  if (state === 'closed') return '';
  const moment = longDeadline(closesAt(phase, cycle).at, cycle.zone, language);
  return minutesWords[language].notYet[state](moment);
}

export interface MinutesShown {
  readonly minutes: Minutes;
  readonly typed: TypedMinutes;
  /** In a sentence. */
  readonly dateFlaw: string | undefined;
  readonly language: Language;
}

/** What the minutes will say, and what to fill in. */
export function minutesView(shown: MinutesShown): Html {
  const { minutes, language } = shown;
  const { cycle, phase } = minutes;
  const t = minutesWords[language];
  const path = minutesPath(cycle.code, phase.code);
  return html`<section>
      <h1>${t.of(phase.title)}</h1>
      <form method="get" action="${path}/unduh">
        <p class="hint">${t.hint}</p>
        ${fields(shown)}
        <p class="buttons"><button>${t.download}</button></p>
      </form>
      <p><a href="${minutesPath(cycle.code)}">${t.back}</a></p>
    </section>
    <section>
      <h2>${t.contents}</h2>
      <p>${t.changes(minutes.versions.length)}</p>
      ${minutes.refused.length > 0 && html`<p>${t.refused(minutes.refused.length)}</p>`}
      ${countsTable(minutes, language)}
    </section>`;
}

function fields({ typed, dateFlaw, language }: MinutesShown): Html {
  const t = minutesWords[language];
  const plain = { type: 'text', autocomplete: 'off', longest: 100 } as const;
  return html`${fieldView({ ...plain, name: 'nomor', label: t.number, value: typed.number, hint: t.numberHint })}
  ${fieldView({
    ...plain,
    name: 'tanggal',
    type: 'date',
    label: t.date,
    value: typed.date,
    hint: t.dateHint,
    error: dateFlaw,
  })}
  ${fieldView({ ...plain, name: 'tempat', label: t.place, value: typed.place, hint: t.placeHint })}`;
}

function countsTable({ outcomes, without }: Minutes, language: Language): Html {
  const t = minutesWords[language];
  const counts = outcomeKinds
    .map(
      (kind) => [t.outcomes[kind], outcomes.filter((each) => each.kind === kind).length] as const,
    )
    .filter(([, count]) => count > 0);
  const all = [...counts, ...(without.length > 0 ? [[t.without, without.length] as const] : [])];
  const rows = all.map(
    ([name, count]) =>
      html`<tr>
        <th scope="row">${name}</th>
        <td class="number">${count}</td>
      </tr>`,
  );
  return scrolledTable(t.contents, [t.state, t.count], rows);
}
