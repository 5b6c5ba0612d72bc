import { Temporal } from 'temporal-polyfill';
import type { InboxEntry, InboxMail } from '../../notice/inbox.js';
import { html, type Html } from '../../platform/html.js';
import type { Language } from '../language.js';
import { longMoment } from '../words/dates.js';
import { demonstrationWords } from './words.js';

const perPage = 40;

export function inboxView(
  entries: readonly InboxEntry[],
  { count, zone }: { count: number; zone: string },
  language: Language,
): Html {
  const t = demonstrationWords[language];
  if (count === 0) {
    return html`<section>
      <h2 id="kotak-surat">${t.inbox}</h2>
      <p>${t.noMails}</p>
    </section>`;
  }
  return html`<section>
    <h2 id="kotak-surat">${t.inbox} (${count})</h2>
    <ul class="inbox">
      ${entries.map((entry) => inboxItem(entry, zone, language))}
    </ul>
    ${
      count > entries.length &&
      html`<p><a href="/demonstrasi/surat?dari=${entries.length}">${t.older}</a></p>`
    }
  </section>`;
}

export function inboxPageView(
  entries: readonly InboxEntry[],
  { from, count, zone }: { from: number; count: number; zone: string },
  language: Language,
): Html {
  const t = demonstrationWords[language];
  const older = from + perPage;
  const newer = Math.max(0, from - perPage);
  return html`<section>
    <h1>${t.inbox}</h1>
    <ul class="inbox">
      ${entries.map((entry) => inboxItem(entry, zone, language))}
    </ul>
    <p>
      ${from > 0 && html`<a href="/demonstrasi/surat?dari=${newer}">${t.newer}</a> `}
      ${older < count && html`<a href="/demonstrasi/surat?dari=${older}">${t.older}</a>`}
    </p>
  </section>`;
}

export function mailView(mail: InboxMail, zone: string, language: Language): Html {
  const t = demonstrationWords[language];
  return html`<article>
    <h1>${mail.subject}</h1>
    <dl>
      <dt>${t.sentAt}</dt>
      <dd>${momentOf(mail, zone, language)}</dd>
      <dt>${t.to}</dt>
      <dd>${mail.to}</dd>
      ${
        mail.cc !== '' &&
        html`<dt>${t.cc}</dt>
          <dd>${mail.cc}</dd>`
      }
    </dl>
    <iframe
      class="mail"
      sandbox
      title="${t.content}"
      src="/demonstrasi/surat/${mail.id}/isi"
    ></iframe>
    <details>
      <summary>${t.plain}</summary>
      <pre>${mail.text}</pre>
    </details>
    <p><a href="/">${t.back}</a></p>
  </article>`;
}

function inboxItem(entry: InboxEntry, zone: string, language: Language): Html {
  const t = demonstrationWords[language];
  return html`<li>
    <a href="/demonstrasi/surat/${entry.id}">${entry.subject}</a>
    <span class="hint"
      >${entry.to}${entry.cc !== '' && `, ${t.copy(entry.cc)}`} ·
      ${momentOf(entry, zone, language)}</span
    >
  </li>`;
}

function momentOf({ date }: InboxEntry, zone: string, language: Language): string {
  return longMoment(Temporal.Instant.fromEpochMilliseconds(date.getTime()), zone, language);
}
