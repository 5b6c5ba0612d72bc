import type { Temporal } from 'temporal-polyfill';
import { html, type Html } from '../../platform/html.js';
import type { Visit } from '../visit.js';
import { longMoment } from '../words/dates.js';
import type { CalendarWords } from './calendar-words.js';

/** Whose calendar it is, in words and addresses. */
export interface CalendarOwner {
  readonly words: CalendarWords;
  /** Where its forms go. */
  readonly path: string;
  readonly back: { readonly path: string; readonly label: string };
}

export interface CalendarShown extends CalendarOwner {
  /** Since when there is an address; null: there is none. */
  readonly since: Temporal.Instant | null;
  readonly zone: string;
  readonly revoked: boolean;
  /** Where the calendar is read, right after the address was made and never again. */
  readonly fresh: string | null;
}

export function calendarView(shown: CalendarShown, visit: Visit): Html {
  const { since, revoked, fresh, words: t, path, back } = shown;
  return html`<section>
      <h1>${t.title}</h1>
      ${revoked && html`<p class="done" role="status">${t.revoked}</p>`}
      <p>${t.intro}</p>
      ${fresh === null ? standing(shown, visit) : freshView(fresh, t)}
      ${since !== null && form(path, t.replace, visit)}
      ${since === null && form(path, t.create, visit)}
      ${since !== null && form(`${path}/cabut`, t.revoke, visit)}
    </section>
    <section>
      <h2>${t.how}</h2>
      ${t.ways.map(
        ([name = '', way = '']) =>
          html`<h3>${name}</h3>
            <p>${way}</p>`,
      )}
      <p><a href="${back.path}">${back.label}</a></p>
    </section>`;
}

function standing({ since, zone, words: t }: CalendarShown, { language }: Visit): Html {
  if (since === null) return html`<p>${t.none}</p>`;
  return html`<p>${t.since(longMoment(since, zone, language))}</p>
    <p class="hint">${t.lost}</p>`;
}

function freshView(address: string, t: CalendarWords): Html {
  return html`<h2>${t.fresh}</h2>
    <p>${t.once}</p>
    <div class="field">
      <label for="address">${t.address}</label>
      <input id="address" type="text" readonly autocomplete="off" value="${address}" />
    </div>
    <p><a href="${address.replace(/^https?:/, 'webcal:')}">${t.open}</a></p>`;
}

function form(action: string, label: string, { proof }: Visit): Html {
  return html`<form method="post" action="${action}">
    ${proof}
    <p class="buttons"><button>${label}</button></p>
  </form>`;
}
