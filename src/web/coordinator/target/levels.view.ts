import { option } from '../assignments-parts.view.js';
import type { Aspect, Indicator, Instrument } from '../../../domain/scoring.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { figure } from '../../words/work.js';
import type { Named } from './named.js';
import { levelField } from './target-paths.js';
import type { LevelsTyped } from './what-if-form.js';
import { whatIfWords } from './what-if-words.js';

export interface LevelsShown {
  readonly instrument: Instrument;
  readonly typed: LevelsTyped;
  readonly named: Named;
  readonly language: Language;
}

/** A field for each indicator, aspect by aspect. */
export function levelsView(shown: LevelsShown): Html[] {
  return shown.instrument.aspects.map((aspect) => {
    const own = shown.instrument.indicators.filter((each) => each.aspect === aspect.code);
    return html`<fieldset class="tried">
      <legend>${aspectName(aspect, shown.instrument)}</legend>
      ${own.map((indicator) => rowView(indicator, shown))}
    </fieldset>`;
  });
}

/** Kebijakan SPBE (D1) · Kebijakan Internal Tata Kelola SPBE */
export function aspectName({ code, name, domain }: Aspect, { domains }: Instrument): string {
  const above = domains.find((each) => each.code === domain);
  return above ? `${above.name} (${above.code}) · ${name}` : `${name} (${code})`;
}

function rowView(indicator: Indicator, shown: LevelsShown): Html {
  const { named, language, instrument } = shown;
  const { no, valueSource, source } = indicator;
  const t = whatIfWords[language];
  const field = levelField(no);
  const isWrong = shown.typed.wrong[String(no)] !== undefined;
  const lead = named.lead(no);
  const whose = valueSource === 'external' ? t.external(source ?? '') : (lead ?? t.nobody);
  return html`<div class="row">
    <label for="${field}">
      ${no}. <bdi>${named.indicator(no)}</bdi>
      <span class="hint"><bdi>${whose}</bdi></span>
    </label>
    ${instrument.decimals === 0 ? chosenLevel(no, shown) : typedLevel(no, shown)}
    ${
      isWrong &&
      html`<p class="error" id="${field}-error">
        ${instrument.decimals === 0 ? t.wrongWhole : t.wrongDecimals}
      </p>`
    }
  </div>`;
}

function chosenLevel(no: number, shown: LevelsShown): Html {
  const { standing, now } = levelsOf(no, shown);
  const { standing: word } = whatIfWords[shown.language];
  return html`<select id="${levelField(no)}" name="${levelField(no)}" ${wrongness(no, shown)}>
    ${['1', '2', '3', '4', '5'].map((level) =>
      option(level, level === standing ? `${level} (${word})` : level, now),
    )}
  </select>`;
}

function typedLevel(no: number, shown: LevelsShown): Html {
  const { standing, now } = levelsOf(no, shown);
  const { standing: word } = whatIfWords[shown.language];
  const field = levelField(no);
  return html`<span>
    <input
      id="${field}"
      name="${field}"
      inputmode="decimal"
      autocomplete="off"
      size="5"
      maxlength="5"
      value="${figure(now, shown.language)}"
      ${wrongness(no, shown)}
    />
    <span class="hint">${word} ${figure(standing, shown.language)}</span>
  </span>`;
}

function wrongness(no: number, { typed }: LevelsShown): Html | null {
  if (typed.wrong[String(no)] === undefined) return null;
  return html`aria-invalid="true" aria-describedby="${levelField(no)}-error"`;
}

function levelsOf(no: number, { typed, instrument }: LevelsShown) {
  const standing = typed.standing[instrument.indicators.findIndex((each) => each.no === no)] ?? '1';
  const now = typed.wrong[String(no)] ?? typed.changes[String(no)] ?? standing;
  return { standing, now };
}
