import type { People, Person } from '../../domain/people.js';
import { html, type Html } from '../../platform/html.js';
import type { Language } from '../language.js';
import { demonstrationWords } from './words.js';

export interface RolesShown {
  readonly cycle: string;
  readonly people: People;
  readonly search: string;
}

/** Everybody whom a cycle knows, as buttons. */
export function rolesView(shown: RolesShown | null, language: Language): Html {
  const words = demonstrationWords[language].roles;
  if (!shown) {
    return html`<section>
      <h1>${words.title}</h1>
      <p>${words.noCycle}</p>
    </section>`;
  }
  const { cycle, people, search } = shown;
  const coordinators = people.coordinators.filter(matching(search));
  const assessors = people.assessors.filter(({ retired }) => !retired).filter(matching(search));
  const units = unitsMatching(people, search);
  const none = coordinators.length + assessors.length + units.length === 0;
  return html`<section>
    <h1>${words.title}</h1>
    <p>${words.intro}</p>
    <p class="hint">${cycle}</p>
    ${searchForm(search, language)}
    <form method="post" action="/demonstrasi/peran">
      ${none && html`<p role="status">${words.nobody}</p>`}
      ${list(
        words.coordinators,
        coordinators.map((person) => html`<li>${as(person)}</li>`),
      )}
      ${list(
        words.assessors,
        assessors.map((person) => html`<li>${as(person)}</li>`),
      )}
      ${list(
        words.units,
        units.map((unit) => unitItem(unit, language)),
      )}
    </form>
  </section>`;
}

function searchForm(search: string, language: Language): Html {
  const words = demonstrationWords[language].roles;
  return html`<form method="get" action="/demonstrasi/peran" role="search">
    <div class="field">
      <label for="cari">${words.search}</label>
      <input id="cari" name="cari" type="search" value="${search}" maxlength="100" />
    </div>
    <p class="buttons"><button>${words.find}</button></p>
  </form>`;
}

function list(title: string, items: readonly Html[]): Html | false {
  return (
    items.length > 0 &&
    html`<h2>${title}</h2>
      <ul class="people">
        ${items}
      </ul>`
  );
}

function unitItem({ name, admins, head }: People['units'][number], language: Language): Html {
  const words = demonstrationWords[language].roles;
  return html`<li>
    <b>${name}</b>
    ${admins.map((person) => as(person, `${words.admin}: `))} ${head && as(head, `${words.head}: `)}
  </li>`;
}

function as({ name, email }: Person, role = ''): Html {
  return html`<button name="email" value="${email}">${role}${name}</button>`;
}

function unitsMatching({ units }: People, search: string): People['units'] {
  const matches = matching(search);
  return units
    .filter(({ retired }) => !retired)
    .map((unit) =>
      matches({ name: `${unit.name} ${unit.code}`, email: '' })
        ? unit
        : {
            ...unit,
            admins: unit.admins.filter(matches),
            head: unit.head && matches(unit.head) ? unit.head : null,
          },
    )
    .filter(({ admins, head }) => admins.length > 0 || head !== null);
}

function matching(search: string): (person: Person) => boolean {
  const wanted = search.toLowerCase();
  return ({ name, email }) => `${name} ${email}`.toLowerCase().includes(wanted);
}
