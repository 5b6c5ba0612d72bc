import { Temporal } from 'temporal-polyfill';
import type { Facts } from '../../../domain/cycle.js';
import type { PhaseState, TaskState } from '../../../domain/machines.js';
import type { NoticeKind } from '../../../domain/notice-kind.js';
import { ways, type Way } from '../../../domain/rehearsal.js';
import type { Line } from '../../../engine/scenario/log.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import {
  arranged,
  gridView,
  tableAddress,
  type Column,
  type TableState,
} from '../../parts/table.js';
import { longMoment } from '../../words/dates.js';
import { noticeName, phaseMoves } from '../../words/status.js';
import { taskStates } from '../../words/work.js';
import { rehearsalWords } from './rehearsal-words.js';

export interface RehearsalShown {
  readonly language: Language;
  readonly path: string;
  readonly facts: Facts;
  /** Null before anybody has asked for it. */
  readonly run: { readonly way: Way; readonly lines: readonly Line[] } | null;
  readonly state: TableState;
}

/** A page that a phone can hold; the file has the rest. */
const longest = 200;

export function rehearsalView(shown: RehearsalShown): Html {
  const { language, path, facts, run } = shown;
  const t = rehearsalWords[language];
  return html`<section class="wide">
    <h1>${t.title}</h1>
    <p>${t.intro}</p>
    ${facts.cycle.state === 'paused' && html`<p class="hint">${t.paused}</p>`}
    <form method="get" action="${path}">
      <fieldset>
        <legend>${t.assumed}</legend>
        ${ways.map(
          (way) =>
            html`<label
              ><input
                type="radio"
                name="cara"
                value="${way}"
                ${way === (run?.way ?? ways[0]) && html`checked`}
              />
              ${t.ways[way]}</label
            > `,
        )}
      </fieldset>
      <p class="buttons"><button>${t.run}</button></p>
    </form>
    ${run && resultView(shown, run)}
  </section>`;
}

function resultView(
  shown: RehearsalShown,
  { way, lines }: NonNullable<RehearsalShown['run']>,
): Html {
  const { language, path, facts, state } = shown;
  const t = rehearsalWords[language];
  if (lines.length === 0) return html`<p class="empty">${t.nothing}</p>`;
  const mails = lines.filter(({ type }) => type === 'mail').length;
  const lapsed = lines.filter(({ type, to }) => type === 'task' && to === 'lapsed').length;
  const columns = columnsOf(facts, language);
  const rows = arranged(columns, lines, state);
  const kept = { cara: way };
  const some = rows.slice(0, longest);
  return html`<h2>${t.ways[way]}</h2>
    <p role="status"><strong>${t.counts(mails, lapsed)}</strong></p>
    <p class="hint">${t.asIf[way]} ${t.waiting}</p>
    <p><a href="${tableAddress(path, state, { ...kept, format: 'jsonl' })}">${t.download}</a></p>
    <form class="find" action="${path}" method="get" role="search">
      <input type="hidden" name="cara" value="${way}" />
      <label>${t.search} <input type="search" name="cari" value="${state.search}" /></label>
      <button>${t.show}</button>
    </form>
    ${
      rows.length === 0
        ? html`<p class="hint">${t.none}</p>`
        : gridView({
            caption: t.caption,
            path,
            columns,
            rows: some,
            state,
            kept,
            count: rows.length,
          })
    }
    ${rows.length > longest && html`<p class="hint">${t.more(longest, rows.length)}</p>`}`;
}

function columnsOf({ cycle, phases }: Facts, language: Language): Column<Line>[] {
  const t = rehearsalWords[language];
  const titles = new Map(phases.map(({ code, title }) => [code, title]));
  const titleOf = (code: string): string => titles.get(code) ?? code;
  return [
    {
      key: 'waktu',
      title: t.at,
      value: ({ at }) => at,
      cell: ({ at }) => longMoment(Temporal.Instant.from(at), cycle.zone, language),
    },
    { key: 'kejadian', title: t.what, value: (line) => happening(line, language) },
    {
      key: 'tahap',
      title: t.phase,
      value: ({ phase, notices = [] }) =>
        [...new Set([phase ?? [], notices.map((notice) => notice.phase)].flat())]
          .map(titleOf)
          .join(', '),
    },
    {
      key: 'untuk',
      title: t.who,
      value: ({ type, unit, assessor, to, cc = [] }) =>
        (type === 'mail' ? [to, ...cc] : [unit, assessor]).filter(Boolean).join(', '),
    },
  ];
}

/** `Surel: Pengingat H-3`, `Tugas: Terlewat` */
function happening({ type, to, from, notices = [] }: Line, language: Language): string {
  const t = rehearsalWords[language];
  if (type === 'phase') return `${t.types.phase}: ${phaseMoves[language][to as PhaseState]}`;
  if (type === 'task') {
    const made = from === null && t.made;
    return `${t.types.task}: ${made || taskStates[language][to as TaskState]}`;
  }
  const names = notices.map(({ notice, offset = null }) =>
    noticeName({ kind: notice as NoticeKind, offset }, language),
  );
  return `${t.types.mail}: ${names.join(', ')}`;
}
