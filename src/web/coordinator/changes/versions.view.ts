import { Temporal } from 'temporal-polyfill';
import type { Facts } from '../../../domain/cycle.js';
import type { Basis } from '../../../domain/draft.js';
import type { CycleState } from '../../../domain/machines.js';
import type { TimelineChange, TimelineVersion } from '../../../domain/timeline-version.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { longDate, longMoment } from '../../words/dates.js';
import { cycleStates } from '../../words/status.js';
import { changeWords } from './change-words.js';
import { versionWords } from './version-words.js';

/** Longer lists name the rest as a number, as those of the consequences do. */
const longest = 60;

/** What the timeline went through, the newest first. */
export function versionsView(
  versions: readonly TimelineVersion[],
  facts: Facts,
  language: Language,
  title = versionWords[language].title,
): Html {
  return html`<section id="riwayat">
    <h2>${title}</h2>
    ${versions.map((version) => versionView(version, facts, language))}
  </section>`;
}

/** On what an order rests, where anything was said. */
export function basisView({ reason, letter }: Basis, language: Language): Html | false {
  const t = versionWords[language];
  return (
    (reason !== null || letter !== null) &&
    html`<dl class="basis">
      ${
        reason !== null &&
        html`<dt>${t.reason}</dt>
          <dd>${reason}</dd>`
      }
      ${
        letter !== null &&
        html`<dt>${t.letter}</dt>
          <dd>${letter}</dd>`
      }
    </dl>`
  );
}

function versionView(version: TimelineVersion, facts: Facts, language: Language): Html {
  const { number, by, at, changes } = version;
  const t = versionWords[language];
  const more = changes.length - longest;
  return html`<article>
    <h3>${t.version(number)}</h3>
    <p class="hint">${longMoment(at, facts.cycle.zone, language)} · ${t.by} <bdi>${by}</bdi></p>
    ${basisView(version, language)} ${number === 1 && html`<p>${t.activated}</p>`}
    ${
      changes.length > 0 &&
      html`<ul>
        ${changes
          .slice(0, longest)
          .map((change) => html`<li>${changeLine(change, facts, language)}</li>`)}
        ${more > 0 && html`<li>${changeWords[language].more(more)}</li>`}
      </ul>`
    }
  </article>`;
}

/** `Jadwal mandiri: 2025-09-08 – 2025-09-12 menjadi 2025-09-08 – 2025-09-15` */
export function changeLine(change: TimelineChange, facts: Facts, language: Language): string {
  const { what, field, phase, unit, to } = change;
  const t = versionWords[language];
  const title = facts.phases.find(({ code }) => code === phase)?.title ?? phase;
  const name = field === null ? t.kinds[what] : (t.fields[field] ?? field);
  const about = [name, [title, unit].filter(Boolean).join(', ')].filter(Boolean).join(' ');
  if (field === 'holidays') return `${about}: ${daysLine(change, language)}`;
  if (field === 'decree') return `${about} ${to ?? ''}`;
  const isWhole = to === null || field === 'added' || field === 'removed';
  if (isWhole && change.from === null) return about;
  const [before, after] = sides(change, language);
  return `${about}: ${before} ${t.becomes} ${after}`;
}

/** Which days a decree adds and takes away, not the year of those that stay. */
function daysLine({ from, to }: TimelineChange, language: Language): string {
  const t = versionWords[language];
  const [before, after] = [from, to].map((days) => (days ?? '').split(', ').filter(Boolean));
  const named = (days: readonly string[], say: (count: number) => string): string[] => {
    if (days.length === 0) return [];
    const dates = days.map((day) => longDate(Temporal.PlainDate.from(day), language));
    return [`${say(days.length)} (${dates.join('; ')})`];
  };
  const [then, today] = [new Set(before), new Set(after)];
  return [
    ...named(
      (after ?? []).filter((day) => !then.has(day)),
      t.daysAdded,
    ),
    ...named(
      (before ?? []).filter((day) => !today.has(day)),
      t.daysGone,
    ),
  ].join('; ');
}

function sides(
  { what, field, from, to }: TimelineChange,
  language: Language,
): readonly [string, string] {
  if (field === 'jointLeave') {
    const { yes, no } = versionWords[language];
    return [from === 'true' ? yes : no, to === 'true' ? yes : no];
  }
  if (what === 'cycle') {
    const states = cycleStates[language];
    return [states[from as CycleState], states[to as CycleState]];
  }
  if (what !== 'extended') return [from || '–', to || '–'];
  return [momentText(from ?? '', language), momentText(to ?? '', language)];
}

/** `2025-09-30`, or `2025-09-30T16:00` */
function momentText(moment: string, language: Language): string {
  const [date = '', time] = moment.split('T');
  const day = longDate(Temporal.PlainDate.from(date), language);
  return time === undefined ? day : `${day}, ${time.replace(':', '.')}`;
}
