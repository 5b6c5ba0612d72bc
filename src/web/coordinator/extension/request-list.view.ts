import type { SeenRequest } from '../../../assessment/extension/extension-requests.service.js';
import type { Facts } from '../../../domain/cycle.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { longUntil } from '../../words/dates.js';
import { requestWords } from './request-words.js';

/** Those that wait, the one that waits longest first; each is decided on a page of its own. */
export function requestList(
  requests: readonly SeenRequest[],
  { cycle, phases, people }: Facts,
  { language, path }: { readonly language: Language; readonly path: string },
): Html {
  const t = requestWords[language];
  const waiting = requests.filter(({ asks }) => asks).reverse();
  const titles = new Map(phases.map(({ code, title }) => [code, title]));
  const names = new Map(people.units.map(({ code, name }) => [code, name]));
  return html`<section id="dispensasi">
    <h2>${t.title}</h2>
    ${
      waiting.length === 0
        ? html`<p class="empty">${t.none}</p>`
        : html`<ul>
            ${waiting.map(
              ({ id, unit, phase, wish, reason }) =>
                html`<li>
                  <strong><bdi>${names.get(unit) ?? unit}</bdi></strong> ·
                  <bdi>${titles.get(phase) ?? phase}</bdi> · ${t.wish}
                  ${longUntil(wish, cycle.zone, language)}: <bdi>${reason}</bdi>
                  <p><a href="${path}/dispensasi/${id}">${t.open}</a></p>
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}
