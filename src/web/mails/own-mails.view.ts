import type { OwnMail } from '../../notice/sent-mails.store.js';
import { html, type Html } from '../../platform/html.js';
import type { Language } from '../language.js';
import { scrolledTable } from '../parts/scrolled-table.view.js';
import { longMoment } from '../words/dates.js';
import { mailStates, noticeName } from '../words/status.js';
import { words } from './words.js';

/** @param longest how many there can be at most */
export function ownMailsView(mails: readonly OwnMail[], longest: number, language: Language): Html {
  const t = words[language];
  if (mails.length === 0) {
    return html`<section>
      <h1>${t.mine}</h1>
      <p>${t.none}</p>
    </section>`;
  }
  return html`<section>
    <h1>${t.mine}</h1>
    <p class="hint">${t.all} ${mails.length === longest && t.newest(longest)}</p>
    ${scrolledTable(
      t.mine,
      [t.planned, t.about, t.state, t.cycle],
      mails.map((mail) => rowView(mail, language)),
    )}
  </section>`;
}

function rowView({ id, at, zone, state, cycle, ...mail }: OwnMail, language: Language): Html {
  const about = mail.notices
    .map((notice) => `${noticeName(notice, language)}: ${notice.phase}`)
    .join('; ');
  return html`<tr>
    <th scope="row"><a href="/surel/${id}">${longMoment(at, zone, language)}</a></th>
    <td>${about}${!mail.addressed && ` (${words[language].copy})`}</td>
    <td>${mailStates[language][state]}</td>
    <td>${cycle}</td>
  </tr>`;
}
