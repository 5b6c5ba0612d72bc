import { Temporal } from 'temporal-polyfill';
import { strides } from '../../engine/demonstration/time-machine.js';
import type { InboxEntry, InboxMail } from '../../notice/inbox.js';
import { longMoment } from '../../notice/letter/words/dates.js';
import { html, type Html } from '../../platform/html.js';
import { strideNames } from '../words/status.js';

const perPage = 40;

/** The clock that visitors may move. */
export function clockView(): Html {
  return html`<form class="clock" method="post" action="/demonstrasi/jam">
    <p>
      <strong>Peragaan.</strong> Jam ini dapat dimajukan; semua surel ditangkap dan tidak ada yang
      keluar dari komputer ini.
    </p>
    <p class="buttons">
      ${strides.map(
        (stride) => html`<button name="stride" value="${stride}">${strideNames[stride]}</button>`,
      )}
    </p>
  </form>`;
}

export function inboxView(entries: readonly InboxEntry[], count: number, zone: string): Html {
  if (count === 0) {
    return html`<section>
      <h2 id="kotak-surat">Kotak surat tangkapan</h2>
      <p>Belum ada surel. Majukan jam ke jadwal berikutnya.</p>
    </section>`;
  }
  return html`<section>
    <h2 id="kotak-surat">Kotak surat tangkapan (${count})</h2>
    <ul class="inbox">
      ${entries.map((entry) => inboxItem(entry, zone))}
    </ul>
    ${
      count > entries.length &&
      html`<p><a href="/demonstrasi/surat?dari=${entries.length}">Surel yang lebih lama</a></p>`
    }
  </section>`;
}

export function inboxPageView(
  entries: readonly InboxEntry[],
  { from, count, zone }: { from: number; count: number; zone: string },
): Html {
  const older = from + perPage;
  const newer = Math.max(0, from - perPage);
  return html`<section>
    <h1>Kotak surat tangkapan</h1>
    <ul class="inbox">
      ${entries.map((entry) => inboxItem(entry, zone))}
    </ul>
    <p>
      ${from > 0 && html`<a href="/demonstrasi/surat?dari=${newer}">Lebih baru</a> `}
      ${older < count && html`<a href="/demonstrasi/surat?dari=${older}">Lebih lama</a>`}
    </p>
  </section>`;
}

export function mailView(mail: InboxMail, zone: string): Html {
  return html`<article>
    <h1>${mail.subject}</h1>
    <dl>
      <dt>Tanggal</dt>
      <dd>${momentOf(mail, zone)}</dd>
      <dt>Kepada</dt>
      <dd>${mail.to}</dd>
      ${
        mail.cc !== '' &&
        html`<dt>Tembusan</dt>
          <dd>${mail.cc}</dd>`
      }
    </dl>
    <iframe class="mail" sandbox title="Isi surel" src="/demonstrasi/surat/${mail.id}/isi"></iframe>
    <details>
      <summary>Sebagai teks biasa</summary>
      <pre>${mail.text}</pre>
    </details>
    <p><a href="/">Kembali</a></p>
  </article>`;
}

function inboxItem(entry: InboxEntry, zone: string): Html {
  return html`<li>
    <a href="/demonstrasi/surat/${entry.id}">${entry.subject}</a>
    <span class="hint"
      >${entry.to}${entry.cc !== '' && `, tembusan ${entry.cc}`} · ${momentOf(entry, zone)}</span
    >
  </li>`;
}

function momentOf({ date }: InboxEntry, zone: string): string {
  return longMoment(Temporal.Instant.fromEpochMilliseconds(date.getTime()), zone);
}
