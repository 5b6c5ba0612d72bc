import type { Facts } from '../../domain/cycle.js';
import { inReadingOrder } from '../../domain/mails.js';
import { maySilence } from '../../domain/notice-kind.js';
import { isSameAddress } from '../../domain/recipients.js';
import { leadsTo } from '../../notice/letter/leads-to.js';
import type { MailRow, NoticeRow } from '../../notice/outbox.entity.js';
import { html, type Html, type HtmlValue } from '../../platform/html.js';
import type { Language } from '../language.js';
import { longMoment } from '../words/dates.js';
import { mailStates, noticeName } from '../words/status.js';
import { reasons } from './reasons.js';
import { toldOf, unitName } from './told.js';
import { entryStates, stateHints, words } from './words.js';

/** A mail, and who reads of it. */
export interface AskedMail {
  readonly mail: MailRow;
  readonly notices: readonly NoticeRow[];
  readonly facts: Facts;
  readonly email: string;
  readonly isCoordinator: boolean;
  readonly language: Language;
}

/** Why it came, entry by entry, and what became of it. */
export function reasonView(asked: AskedMail): Html {
  const { notices, facts, email, language } = asked;
  const t = words[language];
  const copied = notices.flatMap(({ copyTo }) => copyTo);
  const copy = copied.find((person) => isSameAddress(person, { email }));
  const order = facts.phases.map(({ code }) => code);
  return html`<section>
      <h1>${t.why}</h1>
      ${copy !== undefined && html`<p>${t.copied(t.offices[copy.office](unitsOf(notices, facts)))}</p>`}
      ${fateView(asked)}
    </section>
    ${inReadingOrder(notices, order).map((notice) => entryView(notice, asked))}`;
}

function unitsOf(notices: readonly NoticeRow[], facts: Facts): string {
  return [...new Set(notices.map(({ unit }) => unitName(facts, unit) ?? ''))].join(', ');
}

function fateView({ mail, facts, isCoordinator, language }: AskedMail): Html {
  const t = words[language];
  const { to, cc, state, sentAt, attempts } = mail;
  const moment = (at: MailRow['plannedAt']): string => longMoment(at, facts.cycle.zone, language);
  const missed = [...mail.bounced, ...(state === 'failed' ? mail.outstanding : [])];
  const rows: readonly (readonly [string, HtmlValue])[] = [
    [t.cycle, facts.cycle.title],
    [t.to, `${to.name} <${to.email}>`],
    [t.cc, cc.map(({ name, email }) => `${name} <${email}>`).join('; ')],
    [t.planned, moment(mail.plannedAt)],
    [t.state, withHint(mailStates[language][state], stateHints[language][state])],
    [t.sent, sentAt && moment(sentAt)],
    [t.nextAttempt, state === 'waiting' && moment(mail.nextAttemptAt)],
    [t.attempts, String(attempts)],
    // What a server answered names other people's addresses and hosts: for who runs the cycle.
    [t.missed, isCoordinator && missed.join(', ')],
    [t.error, isCoordinator && mail.lastError],
  ];
  return html`<dl>
    ${rows.map(
      ([label, value]) =>
        value &&
        html`<dt>${label}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

function withHint(state: string, hint: string | null): string {
  return hint === null ? state : `${state}: ${hint}`;
}

function entryView(notice: NoticeRow, { facts, email, language }: AskedMail): Html {
  const t = words[language];
  const told = toldOf(notice, { facts, email, language });
  const reason = reasons[notice.kind][language];
  const fate = entryStates[language][notice.state];
  const mayChoose = maySilence[notice.kind] && isSameAddress(notice.recipient, { email });
  // As in the mail itself.
  const parts = leadsTo(notice);
  return html`<section>
    <h2>${noticeName(notice, language)}: ${told.matter}</h2>
    <dl>
      <dt>${t.reason}</dt>
      <dd>${reason.because(told)}</dd>
      <dt>${t.became}</dt>
      <dd>${fate} ${notice.state === 'superseded' && reason.dropped}</dd>
    </dl>
    ${parts && html`<p><a href="/${parts.map(encodeURIComponent).join('/')}">${t.elsewhere[notice.kind] ?? t.open}</a></p>`}
    ${mayChoose && html`<p><a href="/akun/surel">${t.silence}</a></p>`}
  </section>`;
}
