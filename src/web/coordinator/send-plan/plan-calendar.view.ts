import type { Temporal } from 'temporal-polyfill';
import type { MailDay } from '../../../domain/mail-calendar.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { longDate, longMonth, weekday } from '../../words/dates.js';
import { noticeKinds } from '../../words/status.js';
import { planWords } from './plan-words.js';

export interface CalendarShown {
  readonly language: Language;
  /** Of the list, `/koordinator/spbe-2025/jadwal-surat`. */
  readonly list: string;
  readonly today: Temporal.PlainDate;
  readonly month: Temporal.PlainYearMonth;
  readonly months: readonly Temporal.PlainYearMonth[];
  readonly days: readonly MailDay[];
  /** Nothing goes as long as it is. */
  readonly paused: boolean;
}

/** A list of days, laid out as a month where there is room: it reads the same to eye and ear. */
export function planCalendarView(shown: CalendarShown): Html {
  const { language, list, month, months, days, paused } = shown;
  const t = planWords[language];
  return html`<section class="wide">
    <h1>${t.calendarTitle}</h1>
    <p>${t.calendarIntro}</p>
    ${paused && html`<p class="hint">${t.paused}</p>`}
    <p><a href="${list}">${t.list}</a></p>
    <nav class="turn" aria-label="${t.months}">
      ${months.map(
        (each) =>
          html`<a
            href="${list}/kalender?bulan=${each.toString()}"
            ${each.equals(month) && html`aria-current="page"`}
            >${longMonth(each, language)}</a
          > `,
      )}
    </nav>
    <h2>${longMonth(month, language)}</h2>
    <ol class="month">
      ${days.map((day) => dayView(day, shown))}
    </ol>
  </section>`;
}

function dayView({ date, off, mails, kinds }: MailDay, shown: CalendarShown): Html {
  const { language, list, today, paused } = shown;
  const t = planWords[language];
  const which = paused ? 'semua' : 'kirim';
  const count = t.mails(mails);
  return html`<li
    class="weekday-${date.dayOfWeek} ${off !== null && 'off'}"
    ${date.equals(today) && html`aria-current="date"`}
  >
    <strong
      ><time datetime="${date.toString()}">${weekday(date, language)}, ${date.day}</time></strong
    >
    ${date.equals(today) && html`<span class="hint">${t.today}</span>`}
    ${off !== null && html`<span class="hint">${t.off[off]}</span>`}
    ${
      mails > 0 &&
      html`<a
          href="${list}?tanggal=${date.toString()}&nasib=${which}"
          aria-label="${count}, ${longDate(date, language)}"
          >${count}</a
        >
        <ul>
          ${kinds.map(([kind, number]) => html`<li>${number} × ${noticeKinds[language][kind]}</li>`)}
        </ul>`
    }
  </li>`;
}
