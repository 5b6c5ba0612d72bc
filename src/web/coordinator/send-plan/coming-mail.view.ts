import type { Temporal } from 'temporal-polyfill';
import type { Cycle } from '../../../domain/cycle.js';
import type { Address, ComposedMail } from '../../../notice/letter/letter.js';
import { html, type Html } from '../../../platform/html.js';
import { shownMailView } from '../../parts/mail.view.js';
import type { Visit } from '../../visit.js';
import { longMoment } from '../../words/dates.js';
import { queryOf } from './coming-mail-query.js';
import { planPath } from './plan-path.js';
import { planWords } from './plan-words.js';

export function comingMailView(
  mail: ComposedMail,
  at: Temporal.Instant,
  { code, zone }: Cycle,
  { language }: Visit,
): Html {
  const t = planWords[language];
  const query = queryOf({ at, to: mail.to.address, copyTo: mail.cc.map((copy) => copy.address) });
  return shownMailView(
    {
      subject: mail.subject,
      fields: [
        [t.at, longMoment(at, zone, language)],
        [t.from, addresses([mail.from])],
        [t.to, addresses([mail.to])],
        [t.cc, addresses(mail.cc)],
        [t.attached, (mail.attachments ?? []).map(({ filename }) => filename).join(', ')],
      ],
      content: { title: t.content, address: `${planPath(code)}/surat/isi?${query}` },
      plain: { title: t.plain, text: mail.text },
    },
    html`<p class="hint">${t.asOfNow}</p>
      <p><a href="${planPath(code)}">${t.list}</a></p>`,
  );
}

/** Where somebody comes with an old address: what was to be sent may have been sent, or be no longer true. */
export function noMailView({ code }: Cycle, { language }: Visit): Html {
  const t = planWords[language];
  return html`<section>
    <h1>${t.noMail}</h1>
    <p>${t.noMailWhy}</p>
    <p><a href="${planPath(code)}">${t.list}</a></p>
  </section>`;
}

function addresses(all: readonly Address[]): string {
  return all.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(', ');
}
