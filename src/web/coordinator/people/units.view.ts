import type { Participant } from '../../../assessment/reading.service.js';
import { inFull } from '../../../assessment/participants/people-lines.js';
import type { Person, Unit } from '../../../domain/people.js';
import type { Bounces } from '../../../notice/bounced.store.js';
import type { LastSeen } from '../../../people/sign-in/session.store.js';
import type { SignedIn } from '../../../people/sign-in/visitors.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import type { Column } from '../../parts/table.js';
import { changesPath } from '../changes/changes-path.js';
import { uploadSection } from '../import.view.js';
import { tablePage, type TablePage } from '../table-page.js';
import { bouncedMark, bouncedView } from './bounced.view.js';
import { mailsPath } from '../mails/mails-path.js';
import { peopleWords } from './people-words.js';
import { listsView, seenColumn } from './people-parts.view.js';

export interface PeopleShown {
  readonly language: Language;
  /** `/koordinator/spbe-2025/orang` */
  readonly path: string;
  readonly visitor: SignedIn;
  readonly seen: LastSeen;
  readonly bounces: Bounces;
  /** What was done. */
  readonly message: Html | null;
}

/** The units of a cycle with their admins and heads: first what is missing. */
export function unitsPage({ facts }: Participant, shown: PeopleShown): TablePage {
  const { language, path, message } = shown;
  const t = peopleWords[language];
  const { people, cycle } = facts;
  return tablePage({
    title: t.title,
    caption: t.units,
    columns: unitColumns(shown, cycle.zone),
    rows: people.units,
    empty: t.noUnits,
    around: (table) =>
      html`<section>
          <h1>${t.title}</h1>
          ${message} ${listsView(path, path, language)}
          <h2>${t.missing}</h2>
          ${bouncedView(
            people,
            { path, mails: mailsPath(cycle.code) },
            { ...shown, zone: cycle.zone },
          )}
          ${missingView(people.units, people.assessors.filter((each) => !each.retired).length, shown)}
        </section>
        <section class="wide">
          <h2>${t.units}</h2>
          <p>
            <a href="${path}/opd">${t.addUnit}</a> <a href="${path}/asesor">${t.addAssessor}</a>
            <a href="${path}/koordinator">${t.addCoordinator}</a>
            <a href="${changesPath(cycle.code)}#addUnit">${t.seeConsequences}</a>
          </p>
          <p class="hint">${t.unitsHint} ${t.seenHint}</p>
          ${table}
        </section>
        ${uploadSection(shown, t.download, html`<p class="hint">${t.fileMore}</p>`)}`,
  });
}

function unitColumns(shown: PeopleShown, zone: string): Column<Unit>[] {
  const { language, path, seen } = shown;
  const t = peopleWords[language];
  const marked = (person: Person): Html =>
    html`${inFull(person)}${bouncedMark(person, { ...shown, zone })}`;
  return [
    {
      key: 'kode',
      title: t.code,
      value: ({ code }) => code,
      cell: ({ code, retired }) => {
        const text = retired ? t.again : t.change;
        return html`<a href="${unitLink(path, code)}" aria-label="${code}: ${text}">${code}</a>`;
      },
    },
    { key: 'nama', title: t.name, value: ({ name }) => name },
    {
      key: 'admin',
      title: t.admins,
      value: ({ admins }) => admins.map(inFull).join('; '),
      cell: ({ admins }) =>
        admins.map((admin, index) => html`${index > 0 && '; '}${marked(admin)}`),
    },
    {
      key: 'pimpinan',
      title: t.head,
      value: ({ head }) => (head ? inFull(head) : ''),
      cell: ({ head }) => head && marked(head),
    },
    { key: 'status', title: t.state, value: ({ retired }) => (retired ? t.retired : t.active) },
    seenColumn(({ admins }: Unit) => admins, seen, { zone, language }),
  ];
}

function missingView(
  units: readonly Unit[],
  assessors: number,
  { language, path }: PeopleShown,
): Html {
  const t = peopleWords[language];
  const active = units.filter(({ retired }) => !retired);
  const adminless = active.filter(({ admins }) => admins.length === 0);
  const headless = active.filter(({ head }) => head === null);
  if (active.length === 0) return html`<p class="problem">${t.noUnits}</p>`;
  const list = (some: readonly Unit[]): Html =>
    html`<ul>
      ${some.map(({ code, name }) => html`<li><a href="${unitLink(path, code)}">${name}</a></li>`)}
    </ul>`;
  const isMissing = adminless.length + headless.length > 0 || assessors === 0;
  if (!isMissing) return html`<p>${t.nothingMissing}</p>`;
  return html`<div class="problem">
    ${
      adminless.length > 0 &&
      html`<p>${t.noAdmin(adminless.length)}</p>
        ${list(adminless)}`
    }
    ${
      headless.length > 0 &&
      html`<p>${t.noHead(headless.length)}</p>
        ${list(headless)}`
    }
    ${assessors === 0 && html`<p>${t.noAssessors}</p>`}
  </div>`;
}

function unitLink(path: string, code: string): string {
  return `${path}/opd?kode=${encodeURIComponent(code)}`;
}
