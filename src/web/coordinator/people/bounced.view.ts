import type { People, Person } from '../../../domain/people.js';
import { addressKey } from '../../../domain/recipients.js';
import type { Bounces } from '../../../notice/bounced.store.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { longMoment } from '../../words/dates.js';
import { peopleWords } from './people-words.js';
import { officesOf } from './offices.js';

export interface BouncesShown {
  readonly bounces: Bounces;
  readonly zone: string;
  readonly language: Language;
}

/** Behind an address: that it refuses mails, and since when. */
export function bouncedMark(
  person: Pick<Person, 'email'>,
  { bounces, zone, language }: BouncesShown,
): Html | null {
  const bounce = bounces.get(addressKey(person));
  if (!bounce) return null;
  const text = peopleWords[language].bouncedAt(longMoment(bounce.at, zone, language));
  return html` <strong class="soon">${text}</strong>`;
}

/** Who does not get mails for now, with where that is mended; null when everybody does. */
export function bouncedView(
  people: People,
  { path, mails }: { readonly path: string; readonly mails: string },
  shown: BouncesShown,
): Html | null {
  const { bounces, language } = shown;
  const t = peopleWords[language];
  const refusing = officesOf(people, path).filter(({ person }) => bounces.has(addressKey(person)));
  if (refusing.length === 0) return null;
  return html`<div class="problem">
    <p>${t.bounced(refusing.length)}</p>
    <ul>
      ${refusing.map(({ person, role, unit, link }) => {
        const { name, email } = person;
        const office = [t[role], unit].filter(Boolean).join(' ');
        return html`<li>
          <a href="${link}"><bdi>${name}</bdi></a> &lt;${email}&gt;, ${office}:
          ${bouncedMark(person, shown)}
          <span class="told">${bounces.get(addressKey(person))?.why ?? null}</span>
        </li>`;
      })}
    </ul>
    <p><a href="${mails}?status=unreached">${t.toMails}</a></p>
  </div>`;
}
