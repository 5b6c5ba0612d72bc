import { Temporal } from 'temporal-polyfill';
import type { InboxEntry, InboxMail } from '../../notice/inbox.js';
import { html, type Html } from '../../platform/html.js';
import type { Language } from '../language.js';
import { shownMailView } from '../parts/mail.view.js';
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
  return shownMailView(
    {
      subject: mail.subject,
      fields: [
        [t.sentAt, momentOf(mail, zone, language)],
        [t.to, mail.to],
        [t.cc, mail.cc],
        [t.attached, mail.attachments.map(({ name }) => name).join(', ')],
      ],
      content: { title: t.content, address: `/demonstrasi/surat/${mail.id}/isi` },
      plain: { title: t.plain, text: mail.text },
    },
    html`<p><a href="/">${t.back}</a></p>`,
  );
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
