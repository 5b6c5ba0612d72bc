import { Temporal } from 'temporal-polyfill';
import type {
  Consequences,
  MailShown,
  NoticeShown,
} from '../../../assessment/changes/consequences.js';
import type { Facts } from '../../../domain/cycle.js';
import { groupBy } from '../../../domain/group-by.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { scrolledTable } from '../../parts/scrolled-table.view.js';
import { longDate, longMoment } from '../../words/dates.js';
import { cycleStates, noticeKinds, phaseStates } from '../../words/status.js';
import { taskStates } from '../../words/work.js';
import { changeWords } from './change-words.js';

/** Longer lists are folded, or name the rest as a number: what matters is how many they are. */
const longest = 8;

interface Told {
  readonly facts: Facts;
  readonly language: Language;
}

/** What comes of a change: now, and later. */
export function consequencesView(consequences: Consequences, told: Told): Html {
  const { cycle, now, come, gone, moved } = consequences;
  const t = changeWords[told.language];
  const states = cycleStates[told.language];
  return html`<p>
      <strong>
        ${cycle !== null && cycle.after !== null && html`${t.cycle}: ${states[cycle.after]}.`}
        ${t.atOnce(now.length)}
      </strong>
    </p>
    ${isEmpty(consequences) && html`<p class="empty">${t.noneMoves}</p>`}
    ${part(
      t.people,
      now.map((mail) => mailLine(mail, told)),
    )}
    ${unitsTable(consequences, told)} ${phasesTable(consequences, told)}
    ${tasksTable(consequences, told)}
    ${part(
      t.moved,
      inGroups(
        moved.map(({ before, after }) => [after, before] as const),
        told,
      ),
    )}
    ${part(
      t.come,
      inGroups(
        come.map((each) => [each, null] as const),
        told,
      ),
    )}
    ${part(
      t.gone,
      inGroups(
        gone.map((each) => [each, null] as const),
        told,
      ),
    )}`;
}

export function isEmpty({
  cycle,
  phases,
  tasks,
  units,
  now,
  come,
  gone,
  moved,
}: Consequences): boolean {
  return (
    cycle === null &&
    [phases, tasks, units, now, come, gone, moved].every((each) => each.length === 0)
  );
}

function part(title: string, lines: readonly Html[]): Html | false {
  return (
    lines.length > 0 &&
    folded(
      title,
      lines.length,
      html`<ul>
        ${lines}
      </ul>`,
    )
  );
}

function mailLine({ to, cc, notices }: MailShown, told: Told): Html {
  const what = notices.map((notice) => kindOf(notice, told));
  return html`<li>
    <bdi>${to.name}</bdi> (${to.email}${cc !== null && html`, cc ${cc}`}):
    ${[...new Set(what)].join('; ')}
  </li>`;
}

/** Notices of one kind at one time are one line, with how many people get them. */
function inGroups(
  all: readonly (readonly [NoticeShown, NoticeShown | null])[],
  told: Told,
): Html[] {
  const { facts, language } = told;
  const t = changeWords[language];
  const moment = ({ at }: NoticeShown): string =>
    longMoment(Temporal.Instant.from(at), facts.cycle.zone, language);
  const groups = groupBy(all, ([notice, before]) =>
    JSON.stringify([notice.at, kindOf(notice, told), before?.at]),
  );
  return [...groups.values()].flatMap((group) => {
    const [notice, before = null] = group[0] ?? [];
    if (!notice) return [];
    const names = [...new Set(group.map(([{ to, unit }]) => unit ?? to.name))];
    const since = before && before.at !== notice.at ? before : null;
    return [
      html`<li>
        ${kindOf(notice, told)}${since && html` ${t.from} ${moment(since)}`} ${since ? t.to : ':'}
        ${moment(notice)} · ${inShort(names, told)}
      </li>`,
    ];
  });
}

function inShort(names: readonly string[], { language }: Told): string {
  const t = changeWords[language];
  const rest = names.length - longest;
  const shown = names.slice(0, longest).join(', ');
  return rest > 0 ? `${shown} ${t.more(rest)}` : shown;
}

function kindOf(
  {
    kind,
    phase,
    ...more
  }: Pick<NoticeShown, 'kind' | 'phase'> & { readonly offset?: string | null },
  { facts, language }: Told,
): string {
  const title = facts.phases.find(({ code }) => code === phase)?.title ?? phase;
  return [noticeKinds[language][kind], more.offset, title].filter(Boolean).join(' ');
}

function unitsTable({ units }: Consequences, { language }: Told): Html | false {
  const t = changeWords[language];
  const inWords = (side: Consequences['units'][number]['before']): string =>
    side ? (side.retired ? t.retired : t.takesPart) : '–';
  const rows = units.map(({ unit, before, after }) => [
    [unit, (after ?? before)?.name].filter(Boolean).join(' · '),
    inWords(before),
    inWords(after),
  ]);
  return table(t.unitsChange, [t.unit, t.before, t.after], rows);
}

function phasesTable({ phases }: Consequences, { facts, language }: Told): Html | false {
  const t = changeWords[language];
  const titles = new Map(facts.phases.map(({ code, title }) => [code, title]));
  const inWords = (side: Consequences['phases'][number]['before']): string =>
    side
      ? [
          `${dayOf(side.opens, language)} – ${dayOf(side.closes, language)}`,
          phaseStates[language][side.state],
          side.reminders.join(', ') || t.none,
        ].join(' · ')
      : '–';
  const rows = phases.map(({ phase, before, after }) => [
    titles.get(phase) ?? phase,
    inWords(before),
    inWords(after),
  ]);
  return table(t.phases, [t.phase, t.before, t.after], rows);
}

/** `2025-09-30T16:00` as people write it. */
function dayOf(moment: string, language: Language): string {
  const date = longDate(Temporal.PlainDate.from(moment.slice(0, 10)), language);
  return moment.length > 10 ? `${date} ${moment.slice(11).replace(':', '.')}` : date;
}

function tasksTable({ tasks }: Consequences, { facts, language }: Told): Html | false {
  const t = changeWords[language];
  const titles = new Map(facts.phases.map(({ code, title }) => [code, title]));
  const inWords = (side: Consequences['tasks'][number]['before']): string => {
    if (!side) return '–';
    const date = longDate(Temporal.PlainDate.from(side.deadlineDate), language);
    return `${date} · ${taskStates[language][side.state]}`;
  };
  const rows = tasks.map(({ phase, unit, assessor, before, after }) => [
    [titles.get(phase) ?? phase, unit, assessor].filter(Boolean).join(' · '),
    inWords(before),
    inWords(after),
  ]);
  return table(t.tasks, [t.task, t.before, t.after], rows);
}

/** A long part opens when somebody wants it. */
function folded(title: string, count: number, content: Html): Html {
  if (count <= longest) {
    return html`<h2>${title}</h2>
      ${content}`;
  }
  return html`<h2>${title} (${count})</h2>
    <details>
      <summary>${title}</summary>
      ${content}
    </details>`;
}

function table(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Html | false {
  const lines = rows.map(
    ([head = '', ...cells]) =>
      html`<tr>
        <th scope="row">${head}</th>
        ${cells.map((cell) => html`<td>${cell}</td>`)}
      </tr>`,
  );
  return rows.length > 0 && folded(title, rows.length, scrolledTable(title, columns, lines));
}
