import type { Facts } from '../../../domain/cycle.js';
import { isToCome, type PlannedSending } from '../../../domain/send-plan.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { gridView, tableAddress, type Column } from '../../parts/table.js';
import { longDate, longMoment } from '../../words/dates.js';
import { noticeKinds } from '../../words/status.js';
import { rehearsalWords } from '../rehearsal/rehearsal-words.js';
import { queryOf } from './coming-mail-query.js';
import { planPath } from './plan-path.js';
import { choices, periods, type PlanWanted } from './plan-query.js';
import { planWords } from './plan-words.js';

export interface PlanShown {
  readonly language: Language;
  /** `/koordinator/spbe-2025/jadwal-surat` */
  readonly path: string;
  readonly facts: Facts;
  readonly wanted: PlanWanted;
  /** All that is wanted, in its order. */
  readonly rows: readonly PlannedSending[];
}

/** A page that a phone can hold; a spreadsheet has the rest. */
const longest = 200;

export function planColumns(
  { cycle, phases }: Pick<Facts, 'cycle' | 'phases'>,
  language: Language,
): Column<PlannedSending>[] {
  const t = planWords[language];
  const moment = momentsIn(cycle.zone, language);
  return [
    { key: 'waktu', title: t.at, value: ({ at }) => at.toString(), cell: ({ at }) => moment(at) },
    kindColumn({ cycle, phases }, language),
    {
      key: 'penerima',
      title: t.to,
      value: ({ recipient: { name, email }, copyTo }) =>
        [`${name} <${email}>`, ...copyTo.map((copy) => t.copy(copy.name))].join(', '),
    },
    { key: 'opd', title: t.unit, value: ({ unit }) => unit ?? '' },
    {
      key: 'tenggat',
      title: t.deadline,
      value: ({ deadline }) => deadline.toString(),
      // The last moment of its day, as people say it.
      cell: ({ deadline }) => moment(deadline.subtract({ minutes: 1 })),
    },
    {
      key: 'keterangan',
      title: t.fate,
      value: ({ fate, movedFrom, vacant }) =>
        [
          t.fates[fate],
          movedFrom && t.movedFrom(longDate(movedFrom, language)),
          ...vacant.map((office) => t.vacant[office]),
        ]
          .filter(Boolean)
          .join('; '),
    },
  ];
}

/** Leads to the mail as it will look. */
function kindColumn(
  { cycle, phases }: Pick<Facts, 'cycle' | 'phases'>,
  language: Language,
): Column<PlannedSending> {
  const titles = new Map(phases.map(({ code, title }) => [code, title]));
  const kindOf = ({ kind, offset, phase }: PlannedSending): string =>
    [noticeKinds[language][kind], offset, titles.get(phase) ?? phase].filter(Boolean).join(' ');
  return {
    key: 'jenis',
    title: planWords[language].kind,
    value: kindOf,
    cell: (row) =>
      isToCome(row)
        ? html`<a href="${planPath(cycle.code)}/surat?${mailOf(row)}">${kindOf(row)}</a>`
        : kindOf(row),
  };
}

function mailOf({ at, recipient, copyTo }: PlannedSending): string {
  return queryOf({ at, to: recipient.email, copyTo: copyTo.map((copy) => copy.email) });
}

/** Hundreds of rows share a few instants. */
function momentsIn(zone: string, language: Language): (at: PlannedSending['at']) => string {
  const said = new Map<number, string>();
  return (at) => {
    const text = said.get(at.epochMilliseconds) ?? longMoment(at, zone, language);
    said.set(at.epochMilliseconds, text);
    return text;
  };
}

export function planView(shown: PlanShown): Html {
  const { language, path, facts, wanted, rows } = shown;
  const t = planWords[language];
  const { state, kept } = wanted;
  const some = rows.slice(0, longest);
  const columns = planColumns(facts, language);
  return html`<section class="wide">
    <h1>${t.title}</h1>
    <p>${t.intro}</p>
    <p>
      <a href="${path}/kalender">${t.calendar}</a>
      <a href="/koordinator/${encodeURIComponent(facts.cycle.code)}/coba"
        >${rehearsalWords[language].title}</a
      >
    </p>
    ${filters(shown)}
    ${
      rows.length === 0
        ? html`<p class="empty">${t.empty}</p>`
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
    ${rows.length > longest && html`<p class="hint">${t.more(longest, rows.length)}</p>`}
  </section>`;
}

function filters({ language, path, wanted }: PlanShown): Html {
  const t = planWords[language];
  const { days, date, which, state, kept } = wanted;
  const names = { semua: t.everything, kirim: t.going, tidak: t.staying };
  const to = (format: string): string => tableAddress(path, state, { ...kept, format });
  return html`<form class="filters" method="get" action="${path}" role="search">
      <div class="field">
        <label for="hari">${t.days}</label>
        <select id="hari" name="hari">
          ${periods.map(
            (each) =>
              html`<option value="${each ?? 'semua'}" ${each === days && html`selected`}>
                ${each === null ? t.all : t.within(each)}
              </option>`,
          )}
        </select>
      </div>
      <div class="field">
        <label for="tanggal">${t.date}</label>
        <input id="tanggal" type="date" name="tanggal" value="${date?.toString() ?? null}" />
      </div>
      <div class="field">
        <label for="nasib">${t.which}</label>
        <select id="nasib" name="nasib">
          ${choices.map(
            (each) =>
              html`<option value="${each}" ${each === which && html`selected`}>
                ${names[each]}
              </option>`,
          )}
        </select>
      </div>
      <div class="field">
        <label for="cari">${t.search}</label>
        <input id="cari" type="search" name="cari" value="${state.search}" maxlength="100" />
      </div>
      <p class="buttons"><button>${t.show}</button></p>
    </form>
    <p><a href="${to('csv')}">${t.exportCsv}</a> <a href="${to('xlsx')}">${t.exportXlsx}</a></p>`;
}
