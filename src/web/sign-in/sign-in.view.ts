import { html, type Html } from '../../platform/html.js';
import { fieldView } from '../parts/field.view.js';
import type { Language } from '../language.js';
import { proofOf } from '../proof.view.js';
import type { Frame } from '../page.js';
import { signInWords } from './words.js';

export interface SignInShown {
  /** What opens afterwards. */
  readonly next: string;
  readonly email: string;
  readonly errors: { readonly email?: string; readonly password?: string };
  /** What concerns neither field. */
  readonly message: string | null;
  readonly language: Language;
  /** The name of another service that knows people; null: there is none. */
  readonly provider: string | null;
}

export function signInView(shown: SignInShown): Html {
  const { next, email, errors, message } = shown;
  const words = signInWords[shown.language];
  const t = words.signIn;
  const problem = message ?? (Object.keys(errors).length > 0 ? words.problem : null);
  return html`<section class="narrow">
    <h1>${t.title}</h1>
    ${problem && html`<p class="error" role="alert">${problem}</p>`}
    <p>${t.intro}</p>
    <form method="post" action="/masuk">
      <input type="hidden" name="next" value="${next}" />
      ${fieldView({
        name: 'email',
        label: t.email,
        type: 'email',
        autocomplete: 'username',
        value: email,
        error: errors.email,
      })}
      ${fieldView({
        name: 'password',
        label: t.password,
        type: 'password',
        autocomplete: 'current-password',
        hint: t.passwordHint,
        error: errors.password,
      })}
      <p class="buttons">
        <button>${t.submit}</button>
        <button formaction="/masuk/tautan">${t.sendLink}</button>
      </p>
    </form>
    ${shown.provider !== null && elsewhere(shown.provider, shown)}
  </section>`;
}

function elsewhere(provider: string, { next, language }: SignInShown): Html {
  return html`<p class="buttons">
    <a class="button" href="/masuk/oidc?next=${encodeURIComponent(next)}"
      >${signInWords[language].signIn.other(provider)}</a
    >
  </p>`;
}

export function sentView({ demonstration, language }: Frame): Html {
  const t = signInWords[language].sent;
  return html`<section class="narrow">
    <h1>${t.title}</h1>
    <p>${t.text}</p>
    <p class="hint">${t.hint}</p>
    ${demonstration && html`<p><a href="/demonstrasi/surat">${t.inbox}</a></p>`}
    <p><a href="/masuk">${t.again}</a></p>
  </section>`;
}

/** A button, not a visit: programs that look at the links in a mail press none. */
export function linkView(token: string, language: Language): Html {
  const t = signInWords[language].link;
  return html`<section class="narrow">
    <h1>${t.title}</h1>
    <p>${t.text}</p>
    <form method="post" action="/masuk/tautan/${token}">
      <p class="buttons"><button>${t.submit}</button></p>
    </form>
  </section>`;
}

export function spentView(language: Language): Html {
  const t = signInWords[language].link;
  return html`<section class="narrow">
    <h1>${t.spentTitle}</h1>
    <p>${t.spent}</p>
    <p><a href="/masuk">${t.again}</a></p>
  </section>`;
}

export function signOutView({ visitor, language }: Frame): Html {
  const words = signInWords[language];
  const t = words.signOut;
  if (!visitor) {
    return html`<section class="narrow">
      <h1>${t.title}</h1>
      <p>${t.nobody}</p>
      <p><a href="/masuk">${words.sent.again}</a></p>
    </section>`;
  }
  return html`<section class="narrow">
    <h1>${t.title}</h1>
    <p>${t.text(visitor.email)}</p>
    <form method="post" action="/keluar">
      ${proofOf(visitor)}
      <p class="buttons">
        <button>${t.submit}</button>
        <button formaction="/keluar/semua">${t.everywhere}</button>
      </p>
    </form>
  </section>`;
}

export function forgedView(language: Language): Html {
  const t = signInWords[language].forged;
  return html`<section class="narrow">
    <h1>${t.title}</h1>
    <p>${t.text}</p>
    <p><a href="/">${t.home}</a></p>
  </section>`;
}
