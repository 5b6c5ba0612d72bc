import type { Temporal } from 'temporal-polyfill';
import { isAfter } from '../../domain/instants.js';
import { scopes, type Scope } from '../../people/scope.js';
import type { TokenEventRow, TokenRow } from '../../people/token.entity.js';
import { html, type Html } from '../../platform/html.js';
import type { Language } from '../language.js';
import { fieldView } from '../parts/field.view.js';
import { scrolledTable } from '../parts/scrolled-table.view.js';
import { shownOnce } from '../parts/shown-once.view.js';
import type { Visit } from '../visit.js';
import { longMoment } from '../words/dates.js';
import { tokenDays, type TokenForm } from './forms.js';
import { tokenWords } from './token-words.js';

export interface TokenShown {
  readonly tokens: readonly TokenRow[];
  readonly events: readonly TokenEventRow[];
  readonly now: Temporal.Instant;
  readonly zone: string;
  readonly typed: TokenForm;
  readonly errors: { readonly name?: string; readonly scopes?: string };
  /** Right after it was made, and never again. */
  readonly fresh: string | null;
  readonly revoked: boolean;
}

export function tokenView(shown: TokenShown, visit: Visit): Html {
  const { fresh, revoked, errors, tokens, events } = shown;
  const t = tokenWords[visit.language];
  const wrong = Object.keys(errors).length > 0;
  return html`<section>
      <h1>${t.title}</h1>
      ${revoked && html`<p class="done" role="status">${t.revoked}</p>`}
      ${wrong && html`<p class="error" role="alert">${t.problem}</p>`}
      <p>${t.intro} <a href="/api">${t.api}</a></p>
      ${fresh !== null && shownOnce(fresh, { id: 'token', title: t.fresh, hint: t.once, label: t.token })}
    </section>
    <section>
      <h2>${t.own}</h2>
      ${tokens.length === 0 ? html`<p>${t.none}</p>` : tokensTable(shown, visit)}
    </section>
    <section>${form(shown, visit)}</section>
    ${events.length > 0 && eventsView(shown, visit.language)}
    <p><a href="/akun">${t.account}</a></p>`;
}

function form({ typed, errors }: TokenShown, { language, proof }: Visit): Html {
  const t = tokenWords[language];
  const { scopes: missing } = errors;
  return html`<h2>${t.create}</h2>
    <form method="post" action="/akun/token">
      ${proof}
      ${fieldView({
        name: 'name',
        label: t.name,
        hint: t.nameHint,
        type: 'text',
        autocomplete: 'off',
        longest: 100,
        value: typed.name,
        error: errors.name,
      })}
      <fieldset aria-describedby="scopes-hint${missing ? ' scopes-error' : ''}">
        <legend>${t.scopes}</legend>
        <p class="hint" id="scopes-hint">${t.scopesHint}</p>
        ${missing !== undefined && html`<p class="error" id="scopes-error">${missing}</p>`}
        <ul class="kinds">
          ${scopes.map((each) => scopeBox(each, typed.scopes.includes(each), language))}
        </ul>
      </fieldset>
      <div class="field">
        <label for="days">${t.days}</label>
        <select id="days" name="days">
          ${tokenDays.map(
            (days) =>
              html`<option value="${days}" ${days === typed.days ? 'selected' : ''}>
                ${t.forDays(days)}
              </option>`,
          )}
        </select>
      </div>
      <p class="buttons"><button>${t.submit}</button></p>
    </form>`;
}

function scopeBox(scope: Scope, chosen: boolean, language: Language): Html {
  const [name, hint] = tokenWords[language].scopeWords[scope];
  return html`<li>
    <label
      ><input
        type="checkbox"
        name="scopes"
        value="${scope}"
        aria-describedby="${scope}-hint"
        ${chosen ? 'checked' : ''}
      />
      ${name}</label
    >
    <p class="hint" id="${scope}-hint">${hint}</p>
  </li>`;
}

function namesOf(of: readonly Scope[], language: Language): string {
  return of.map((each) => tokenWords[language].scopeWords[each][0]).join(', ');
}

function tokensTable(shown: TokenShown, { language, proof }: Visit): Html {
  const { tokens, now, zone } = shown;
  const t = tokenWords[language];
  const moment = (at: Temporal.Instant): string => longMoment(at, zone, language);
  const row = ({ id, name, scopes: of, createdAt, expiresAt, lastUsedAt }: TokenRow): Html =>
    html`<tr>
      <th scope="row"><bdi>${name}</bdi></th>
      <td>${namesOf(of, language)}</td>
      <td>${moment(createdAt)}</td>
      <td>${moment(expiresAt)}${!isAfter(expiresAt, now) && html` (${t.over})`}</td>
      <td>${lastUsedAt ? moment(lastUsedAt) : t.never}</td>
      <td>
        <form method="post" action="/akun/token/${id}/cabut">
          ${proof}<button>${t.revoke(name)}</button>
        </form>
      </td>
    </tr>`;
  return scrolledTable(t.own, [t.name, t.scopes, t.made, t.until, t.used, t.act], tokens.map(row));
}

function eventsView({ events, zone }: TokenShown, language: Language): Html {
  const t = tokenWords[language];
  const rows = events.map(
    ({ at, what, name, scopes: of }) =>
      html`<tr>
        <td>${longMoment(at, zone, language)}</td>
        <td>${t.what[what]}</td>
        <td><bdi>${name}</bdi></td>
        <td>${namesOf(of, language)}</td>
      </tr>`,
  );
  return html`<section>
    <h2>${t.events}</h2>
    ${scrolledTable(t.events, [t.when, t.what.heading, t.name, t.scopes], rows)}
  </section>`;
}
