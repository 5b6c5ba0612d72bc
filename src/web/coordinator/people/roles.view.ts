import type { Participant } from '../../../assessment/reading.service.js';
import { html } from '../../../platform/html.js';
import { tablePage, type TablePage } from '../table-page.js';
import type { Column } from '../../parts/table.js';
import { bouncedMark } from './bounced.view.js';
import { officesOf, type Office } from './offices.js';
import { listsView, seenColumn } from './people-parts.view.js';
import { peopleWords } from './people-words.js';
import type { PeopleShown } from './units.view.js';

/** Everybody by what they are to the cycle; who holds two offices stands here twice. */
export function rolesPage({ facts }: Participant, shown: PeopleShown): TablePage {
  const { language, path } = shown;
  const t = peopleWords[language];
  return tablePage({
    title: t.roles,
    caption: t.roles,
    columns: columns(shown, facts.cycle.zone),
    rows: officesOf(facts.people, path),
    empty: t.noPeople,
    around: (table) =>
      html`<section class="wide">
        <h1>${t.roles}</h1>
        ${listsView(path, `${path}/peran`, language)}
        <p>
          <a href="${path}/asesor">${t.addAssessor}</a>
          <a href="${path}/koordinator">${t.addCoordinator}</a>
          <a href="${path}/sekda">${t.setSekda}</a>
        </p>
        <p class="hint">${t.rolesHint} ${t.seenHint}</p>
        ${table}
      </section>`,
  });
}

function columns({ language, seen, bounces }: PeopleShown, zone: string): Column<Office>[] {
  const t = peopleWords[language];
  return [
    {
      key: 'nama',
      title: t.name,
      value: ({ person }) => person.name,
      cell: ({ link, person: { name } }) =>
        html`<a href="${link}" aria-label="${name}: ${t.change}">${name}</a>`,
    },
    {
      key: 'surel',
      title: t.email,
      value: ({ person }) => person.email,
      cell: ({ person }) =>
        html`${person.email}${bouncedMark(person, { bounces, zone, language })}`,
    },
    { key: 'peran', title: t.role, value: ({ role }) => t[role] },
    { key: 'kode', title: t.code, value: ({ code }) => code },
    { key: 'opd', title: t.of, value: ({ unit }) => unit },
    seenColumn(({ person }: Office) => [person], seen, { zone, language }),
  ];
}
