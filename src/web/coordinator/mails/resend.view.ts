import type { MailFilter, Unreached } from '../../../notice/mail-log.store.js';
import { html, type Html } from '../../../platform/html.js';
import { sha256 } from '../../../platform/sha256.js';
import type { Language } from '../../language.js';
import { address } from './mail-filter.js';
import { said } from './mail-log.view.js';
import { mailWords } from './mail-words.js';

/** How many addresses are named one by one. */
const named = 50;

interface Shown {
  readonly path: string;
  readonly filter: MailFilter;
  readonly proof: Html;
  readonly language: Language;
  readonly isPaused: boolean;
  readonly isStale: boolean;
}

/** What stands for the mails that somebody has seen before sending them again. */
export function fingerprintOf(mails: readonly Unreached[]): string {
  return sha256(mails.map(({ id }) => id).join(' '));
}

/** Says what sending all again comes to, before it is done. */
export function resendView(mails: readonly Unreached[], shown: Shown): Html {
  const { path, filter, proof, language, isStale } = shown;
  const t = mailWords[language];
  return html`<section>
    <h1>${t.confirm}</h1>
    ${isStale && said(t.stale, 'problem')}
    <p><strong>${t.consequence(mails.length)}</strong></p>
    ${
      mails.length > 0 &&
      html`${meaning(mails, shown)}
        <form method="post" action="${path}/kirim-ulang">
          ${proof}${hidden('status', filter.state)}${hidden('jenis', filter.kind)}${hidden('kepada', filter.recipient)}<input
            type="hidden"
            name="shown"
            value="${fingerprintOf(mails)}"
          /><button>${t.confirm}</button>
        </form>`
    }
    <p><a href="${address(path, filter)}">${t.back}</a></p>
  </section>`;
}

function hidden(name: string, value: string | null): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}

function meaning(mails: readonly Unreached[], { isPaused, language }: Shown): Html {
  const t = mailWords[language];
  const failed = mails.filter(({ state }) => state === 'failed').length;
  const bounced = mails.length - failed;
  const addresses = [...new Set(mails.flatMap(({ missed }) => missed))];
  const others = addresses.length - named;
  return html`<p>${t.ofThese(failed, bounced)} ${bounced > 0 && t.bouncedAgain}</p>
    ${isPaused && html`<p>${t.paused}</p>`}
    <h2>${t.whom}</h2>
    <ul>
      ${addresses.slice(0, named).map((each) => html`<li class="told">${each}</li>`)}
      ${others > 0 && html`<li>${t.others(others)}</li>`}
    </ul>`;
}
