import type { Temporal } from 'temporal-polyfill';
import type { Phase } from '../../../domain/cycle.js';
import type { LoggedMail, LoggedNotices } from '../../../notice/mail-log.store.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import type { Column } from '../../parts/table.js';
import { longMoment } from '../../words/dates.js';
import { mailStates, noticeKinds } from '../../words/status.js';
import { mailWords } from './mail-words.js';

export interface Told {
  readonly phases: readonly Phase[];
  readonly zone: string;
  readonly language: Language;
}

/** The same on the page and in a CSV. */
export function mailColumns(told: Told): Column<LoggedMail>[] {
  const { language } = told;
  const t = mailWords[language];
  return [
    moment('direncanakan', t.planned, ({ plannedAt }) => plannedAt, told),
    {
      key: 'kepada',
      title: t.to,
      value: (mail) => addressees(mail, language),
      cell: (mail) => addresseesView(mail, language),
    },
    {
      key: 'isi',
      title: t.about,
      value: (mail) => aboutOf(mail, told),
      cell: (mail) => html`<a href="/surel/${mail.id}">${aboutView(mail, told)}</a>`,
    },
    { key: 'status', title: t.state, value: (mail) => stateOf(mail, language) },
    { key: 'versi', title: t.version, value: ({ version }) => version ?? '' },
    { key: 'percobaan', title: t.attempts, value: ({ attempts }) => attempts },
    moment('pertama', t.first, ({ firstAttemptAt }) => firstAttemptAt, told),
    moment('berikutnya', t.next, ({ nextAttemptAt }) => nextAttemptAt, told),
    { key: 'jawaban', title: t.answer, value: (mail) => answerOf(mail, language) },
  ];
}

/** Pengingat H-3: Penilaian mandiri (DINKES) */
export function aboutOf({ notices }: LoggedMail, told: Told): string {
  return notices.map((notice) => partsOf(notice, told).join('')).join('; ');
}

/** A title that turns text around turns nothing but itself. */
function aboutView({ notices }: LoggedMail, told: Told): Html[] {
  return notices.map((notice, index) => {
    const [what, title, rest] = partsOf(notice, told);
    return html`${index > 0 && '; '}${what}<bdi>${title}</bdi>${rest}`;
  });
}

function partsOf(
  { kind, offset, phase, unit, count, state }: LoggedNotices,
  { phases, language }: Told,
): readonly [what: string, title: string, rest: string] {
  const title = phases.find(({ code }) => code === phase)?.title ?? phase;
  const what = [noticeKinds[language][kind], offset].filter(Boolean).join(' ');
  const units = count > 1 ? mailWords[language].units(count) : unit;
  const whose = unit === null ? '' : ` (${units})`;
  const isDropped = state === 'superseded' || state === 'silenced';
  const dropped = isDropped ? `, ${mailStates[language][state]}` : '';
  return [`${what}: `, title, `${whose}${dropped}`];
}

function addresseesView({ to, cc }: LoggedMail, language: Language): Html {
  const inFull = ({ name, email }: LoggedMail['to']): Html =>
    html`<bdi>${name}</bdi> &lt;${email}&gt;`;
  const copies = cc.map((person) => html`; ${mailWords[language].copyTo} ${inFull(person)}`);
  return html`${inFull(to)}${copies}`;
}

function addressees({ to, cc }: LoggedMail, language: Language): string {
  const inFull = ({ name, email }: LoggedMail['to']): string => `${name} <${email}>`;
  const copies = cc.map((person) => `; ${mailWords[language].copyTo} ${inFull(person)}`);
  return `${inFull(to)}${copies.join('')}`;
}

function stateOf({ state, bounced }: LoggedMail, language: Language): string {
  const isPartly = state === 'sent' && bounced.length > 0;
  return isPartly ? mailWords[language].partly : mailStates[language][state];
}

function answerOf({ error, sentAt, state }: LoggedMail, language: Language): string {
  if (error !== null) return error;
  return state === 'sent' && sentAt !== null ? mailWords[language].accepted : '';
}

function moment(
  key: string,
  title: string,
  of: (mail: LoggedMail) => Temporal.Instant | null,
  { zone, language }: Told,
): Column<LoggedMail> {
  return {
    key,
    title,
    value: (mail) => of(mail)?.toString() ?? '',
    cell: (mail) => {
      const at = of(mail);
      return at ? longMoment(at, zone, language) : '–';
    },
  };
}
