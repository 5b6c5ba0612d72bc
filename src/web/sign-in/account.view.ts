import type { SessionRow } from '../../people/sign-in/sign-in.entity.js';
import type { SignedIn } from '../../people/sign-in/visitors.js';
import { html, type Html } from '../../platform/html.js';
import { fieldView } from '../parts/field.view.js';
import type { Language } from '../language.js';
import { personalLinks } from '../personal/links.view.js';
import { proofOf } from '../proof.view.js';
import { longMoment } from '../words/dates.js';
import { methods } from './refusal-words.js';
import { signInWords } from './words.js';

export interface AccountShown {
  readonly visitor: SignedIn;
  readonly hasPassword: boolean;
  readonly needsOld: boolean;
  readonly errors: { readonly old?: string; readonly fresh?: string; readonly again?: string };
  readonly saved: boolean;
  readonly sessions: readonly (SessionRow & { readonly isThis: boolean })[];
  readonly zone: string;
  readonly language: Language;
}

export function accountView(shown: AccountShown): Html {
  const { visitor, saved, errors, language } = shown;
  const { account: words, signOut, problem } = signInWords[language];
  const wrong = Object.keys(errors).length > 0;
  return html`<section>
      <h1>${words.title}</h1>
      ${saved && html`<p class="done" role="status">${words.saved}</p>`}
      ${wrong && html`<p class="error" role="alert">${problem}</p>`}
      <p>${signOut.text(visitor.email)}</p>
      ${personalLinks(language)} ${passwordForm(shown)}
    </section>
    <section>
      <h2>${words.sessions}</h2>
      ${sessionsTable(shown)}
      <p class="hint">${words.everywhereHint}</p>
      <form method="post" action="/keluar/semua">
        ${proofOf(visitor)}
        <p class="buttons"><button>${signOut.everywhere}</button></p>
      </form>
    </section>`;
}

function passwordForm(shown: AccountShown): Html {
  const { visitor, hasPassword, needsOld, errors, language } = shown;
  const words = signInWords[language].account;
  const password = { type: 'password', longest: 1000 } as const;
  const fresh = { ...password, autocomplete: 'new-password' } as const;
  return html`<h2>${hasPassword ? words.change : words.set}</h2>
    ${!hasPassword && html`<p>${words.setHint}</p>`}
    <form method="post" action="/akun/kata-sandi">
      ${proofOf(visitor)}
      <input type="hidden" autocomplete="username" name="email" value="${visitor.email}" />
      ${
        needsOld &&
        fieldView({
          ...password,
          name: 'old',
          label: words.old,
          autocomplete: 'current-password',
          error: errors.old,
        })
      }
      ${fieldView({
        ...fresh,
        name: 'fresh',
        label: words.fresh,
        hint: words.freshHint,
        error: errors.fresh,
      })}
      ${fieldView({ ...fresh, name: 'again', label: words.again, error: errors.again })}
      <p class="buttons"><button>${words.save}</button></p>
    </form>`;
}

function sessionsTable({ sessions, zone, language }: AccountShown): Html {
  const words = signInWords[language].account;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.sessions}">
    <table>
      <thead>
        <tr>
          <th scope="col">${words.began}</th>
          <th scope="col">${words.seen}</th>
          <th scope="col">${words.way}</th>
        </tr>
      </thead>
      <tbody>
        ${sessions.map(
          ({ createdAt, lastSeenAt, method, isThis }) =>
            html`<tr>
              <td>${longMoment(createdAt, zone, language)}</td>
              <td>${isThis ? words.this : longMoment(lastSeenAt, zone, language)}</td>
              <td>${methods[language][method]}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
