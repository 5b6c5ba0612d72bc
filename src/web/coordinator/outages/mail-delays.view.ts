import type { MailDelay } from '../../../notice/mail-delays.store.js';
import { html, type Html } from '../../../platform/html.js';
import { scrolledTable } from '../../parts/scrolled-table.view.js';
import { longMoment } from '../../words/dates.js';
import { mailsPath } from '../mails/mails-path.js';
import { outageWords, type DelayCount } from './outage-words.js';
import type { Shown } from './outages.view.js';

/** With the part of the log of mails in which they stand. */
const shownAt: Readonly<Record<DelayCount, string>> = {
  late: '',
  waiting: '?status=waiting',
  unreached: '?status=unreached',
  dropped: '?status=superseded',
};
const counted = Object.keys(shownAt) as readonly DelayCount[];

/** When the mail server took nothing, and what became of the mails of that time. */
export function delaysTable(delays: readonly MailDelay[], shown: Shown): Html {
  const { mailServer, delayColumns } = outageWords[shown.language];
  const { since, until, mails, answer } = delayColumns;
  const rows = delays.map((each) => delayView(each, shown));
  return scrolledTable(mailServer, [since, until, mails, answer], rows);
}

function delayView(delay: MailDelay, { facts: { cycle }, language }: Shown): Html {
  const t = outageWords[language];
  const moment = (at: MailDelay['since']): string => longMoment(at, cycle.zone, language);
  const counts = counted.filter((each) => delay[each] > 0);
  return html`<tr>
    <th scope="row">${moment(delay.since)}</th>
    <td>${delay.until === null ? t.goesOn : moment(delay.until)}</td>
    <td>
      ${counts.map(
        (each, index) =>
          html`${index > 0 && ', '}<a href="${mailsPath(cycle.code)}${shownAt[each]}"
              >${t.delayed[each](delay[each])}</a
            >`,
      )}
    </td>
    <td><bdi>${delay.answer ?? '–'}</bdi></td>
  </tr>`;
}
