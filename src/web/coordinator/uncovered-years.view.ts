import { html, type Html } from '../../platform/html.js';
import type { Language } from '../language.js';
import { changesPath } from './changes/changes-path.js';

const words = {
  id: {
    unknown: (years: string) =>
      `Hari libur tahun ${years} belum dimuat: semua hari Senin sampai Jumat dihitung sebagai hari kerja.`,
    load: 'Muat hari libur',
  },
  en: {
    unknown: (years: string) =>
      `No holidays of ${years} are loaded: every Monday to Friday counts as a working day.`,
    load: 'Load holidays',
  },
};

/** That dates lie in years of which nobody has said which days are off; nothing when there are none. */
export function uncoveredView(
  years: readonly number[],
  cycle: string,
  language: Language,
): Html | false {
  const t = words[language];
  return (
    years.length > 0 &&
    html`<p class="problem">
      ${t.unknown(years.join(', '))} <a href="${changesPath(cycle)}/libur">${t.load}</a>
    </p>`
  );
}
