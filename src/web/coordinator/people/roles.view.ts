import type { Participant } from '../../../assessment/reading.service.js';
import type { People, Person } from '../../../domain/people.js';
import { html } from '../../../platform/html.js';
import { tablePage, type TablePage } from '../table-page.js';
import type { Column } from '../../parts/table.js';
import { listsView, seenColumn } from './people-parts.view.js';
import { peopleWords } from './people-words.js';
import type { PeopleShown } from './units.view.js';

type Role = 'coordinator' | 'assessor' | 'leader' | 'admin';

interface Office {
  readonly person: Person;
  readonly role: Role;
  /** The code of an assessor. */
  readonly code: string;
  /** Whom they head or speak for; of an assessor the home. */
  readonly unit: string;
  /** Where it is changed. */
  readonly link: string;
}

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
        </p>
        <p class="hint">${t.rolesHint} ${t.seenHint}</p>
        ${table}
      </section>`,
  });
}

function columns({ language, seen }: PeopleShown, zone: string): Column<Office>[] {
  const t = peopleWords[language];
  return [
    {
      key: 'nama',
      title: t.name,
      value: ({ person }) => person.name,
      cell: ({ link, person: { name } }) =>
        html`<a href="${link}" aria-label="${name}: ${t.change}">${name}</a>`,
    },
    { key: 'surel', title: t.email, value: ({ person }) => person.email },
    { key: 'peran', title: t.role, value: ({ role }) => t[role] },
    { key: 'kode', title: t.code, value: ({ code }) => code },
    { key: 'opd', title: t.of, value: ({ unit }) => unit },
    seenColumn(({ person }: Office) => [person], seen, { zone, language }),
  ];
}

export function officesOf({ coordinators, assessors, units }: People, path: string): Office[] {
  const active = units.filter(({ retired }) => !retired);
  const unitLink = (code: string): string => `${path}/opd?kode=${encodeURIComponent(code)}`;
  const office = (role: Role, person: Person, link: string, more = {}): Office => {
    return { role, person, link, code: '', unit: '', ...more };
  };
  return [
    ...coordinators.map((each) => {
      const link = `${path}/koordinator?surel=${encodeURIComponent(each.email)}`;
      return office('coordinator', each, link);
    }),
    ...assessors
      .filter(({ retired }) => !retired)
      .map((each) => {
        const { code, unit } = each;
        const link = `${path}/asesor?kode=${encodeURIComponent(code)}`;
        return office('assessor', each, link, { code, unit: unit ?? '' });
      }),
    ...active.flatMap(({ code, head }) =>
      head ? [office('leader', head, unitLink(code), { unit: code })] : [],
    ),
    ...active.flatMap(({ code, admins }) =>
      admins.map((each) => office('admin', each, unitLink(code), { unit: code })),
    ),
  ];
}
