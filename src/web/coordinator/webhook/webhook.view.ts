import type { Temporal } from 'temporal-polyfill';
import type { Webhook, WebhookDelivery } from '../../../cycle/webhook/webhook.store.js';
import { webhookEvents, type WebhookEvent } from '../../../domain/webhook.js';
import { html, type Html } from '../../../platform/html.js';
import { fieldView } from '../../parts/field.view.js';
import { scrolledTable } from '../../parts/scrolled-table.view.js';
import { shownOnce } from '../../parts/shown-once.view.js';
import type { Visit } from '../../visit.js';
import { longMoment } from '../../words/dates.js';
import { webhookWords } from './webhook-words.js';

export interface WebhooksShown {
  /** Where the page is. */
  readonly path: string;
  readonly overview: string;
  readonly zone: string;
  readonly webhooks: readonly Webhook[];
  readonly typed: { readonly url: string; readonly events: readonly WebhookEvent[] };
  readonly errors: { readonly url?: string; readonly events?: string };
  /** Right after it was made, and never again. */
  readonly fresh: string | null;
  readonly done: 'removed' | null;
}

export interface DeliveriesShown {
  readonly path: string;
  readonly zone: string;
  readonly webhook: Webhook;
  readonly deliveries: readonly WebhookDelivery[];
  readonly done: 'again' | null;
}

export function webhooksView(shown: WebhooksShown, visit: Visit): Html {
  const { webhooks, errors, fresh, done, overview } = shown;
  const t = webhookWords[visit.language];
  const wrong = Object.keys(errors).length > 0;
  return html`<section>
      <h1>${t.title}</h1>
      ${done !== null && html`<p class="done" role="status">${t.done[done]}</p>`}
      ${wrong && html`<p class="error" role="alert">${t.problem}</p>`}
      <p>${t.intro}</p>
      ${fresh !== null && shownOnce(fresh, { id: 'secret', title: t.fresh, hint: t.once, label: t.secret })}
    </section>
    <section>
      <h2>${t.list}</h2>
      ${webhooks.length === 0 ? html`<p>${t.none}</p>` : webhooksTable(shown, visit)}
    </section>
    <section>${form(shown, visit)}</section>
    <p><a href="${overview}">${t.overview}</a></p>`;
}

export function deliveriesView(shown: DeliveriesShown, visit: Visit): Html {
  const { webhook, deliveries, path, done } = shown;
  const t = webhookWords[visit.language];
  return html`<section>
    <h1>${t.deliveries}</h1>
    ${done !== null && html`<p class="done" role="status">${t.done[done]}</p>`}
    <p><bdi>${webhook.url}</bdi></p>
    ${deliveries.length === 0 ? html`<p>${t.noDeliveries}</p>` : deliveriesTable(shown, visit)}
    <p><a href="${path}">${t.all}</a></p>
  </section>`;
}

function webhooksTable({ webhooks, path, zone }: WebhooksShown, { language, proof }: Visit): Html {
  const t = webhookWords[language];
  const row = ({ id, url, events, createdAt, createdBy }: Webhook): Html =>
    html`<tr>
      <th scope="row">
        <a href="${path}/${id}"><bdi>${url}</bdi></a>
      </th>
      <td>${events.map((each) => t.eventNames[each]).join(', ')}</td>
      <td>${longMoment(createdAt, zone, language)}, <bdi>${createdBy}</bdi></td>
      <td>
        <form method="post" action="${path}/${id}/rahasia">
          ${proof}<button>${t.renew}</button>
        </form>
        <form method="post" action="${path}/${id}/hapus">${proof}<button>${t.remove}</button></form>
      </td>
    </tr>`;
  return scrolledTable(t.list, [t.url, t.events, t.added, t.act], webhooks.map(row));
}

function form({ path, typed, errors }: WebhooksShown, { language, proof }: Visit): Html {
  const t = webhookWords[language];
  const { events: missing } = errors;
  return html`<h2>${t.add}</h2>
    <form method="post" action="${path}">
      ${proof}
      ${fieldView({
        name: 'url',
        label: t.url,
        hint: t.urlHint,
        type: 'text',
        autocomplete: 'off',
        longest: 2000,
        value: typed.url,
        error: errors.url,
      })}
      <fieldset ${missing !== undefined && html`aria-describedby="events-error"`}>
        <legend>${t.events}</legend>
        ${missing !== undefined && html`<p class="error" id="events-error">${missing}</p>`}
        <ul class="kinds">
          ${webhookEvents.map(
            (each) =>
              html`<li>
                <label
                  ><input
                    type="checkbox"
                    name="events"
                    value="${each}"
                    ${typed.events.includes(each) ? 'checked' : ''}
                  />
                  ${t.eventNames[each]}</label
                >
              </li>`,
          )}
        </ul>
      </fieldset>
      <p class="buttons"><button>${t.submit}</button></p>
    </form>`;
}

function deliveriesTable(shown: DeliveriesShown, { language, proof }: Visit): Html {
  const { deliveries, webhook, path, zone } = shown;
  const t = webhookWords[language];
  const moment = (at: Temporal.Instant): string => longMoment(at, zone, language);
  const row = (each: WebhookDelivery): Html =>
    html`<tr>
      <td>${moment(each.plannedAt)}</td>
      <td>${t.eventNames[each.event]}</td>
      <td>
        ${t.states[each.state]}${each.state === 'waiting' && html`, ${t.next(moment(each.nextAttemptAt))}`}
      </td>
      <td>${each.attempts}</td>
      <td><bdi>${each.lastAnswer ?? ''}</bdi></td>
      <td>
        <form method="post" action="${path}/${webhook.id}/kirim-ulang/${each.id}">
          ${proof}<button>${t.again}</button>
        </form>
      </td>
    </tr>`;
  const columns = [t.planned, t.events, t.state, t.attempts, t.answer, t.act];
  return scrolledTable(t.deliveries, columns, deliveries.map(row));
}
