import type { Person } from '../../../domain/people.js';
import { inOrder } from '../../../domain/instants.js';
import { addressKey } from '../../../domain/recipients.js';
import type { LastSeen } from '../../../people/sign-in/session.store.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import type { Column } from '../../parts/table.js';
import { longMoment } from '../../words/dates.js';
import { peopleWords } from './people-words.js';

/** The ways between the two lists. */
export function listsView(path: string, here: string, language: Language): Html {
  const t = peopleWords[language];
  const links = [
    [path, t.units],
    [`${path}/peran`, t.roles],
  ] as const;
  return html`<nav aria-label="${t.lists}">
    ${links.map(([to, text]) =>
      to === here
        ? html`<a href="${to}" aria-current="page">${text}</a> `
        : html`<a href="${to}">${text}</a> `,
    )}
  </nav>`;
}

/** When one of them was there last. */
export function seenColumn<Row>(
  whoIn: (row: Row) => readonly Person[],
  seen: LastSeen,
  { zone, language }: { readonly zone: string; readonly language: Language },
): Column<Row> {
  const last = (row: Row) =>
    inOrder(whoIn(row).flatMap((person) => seen.get(addressKey(person)) ?? [])).at(-1);
  return {
    key: 'terlihat',
    title: peopleWords[language].seen,
    value: (row) => last(row)?.toString() ?? '',
    cell: (row) => {
      const at = last(row);
      return at ? longMoment(at, zone, language) : '–';
    },
  };
}
