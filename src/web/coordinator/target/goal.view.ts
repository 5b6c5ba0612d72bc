import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { fieldView } from '../../parts/field.view.js';
import { figure } from '../../words/work.js';
import type { GoalKind } from './ways-form.js';
import type { WaysShown } from './ways.view.js';
import { waysWords } from './ways-words.js';

/** What is to be reached. */
export function goalView({ path, prospect, typed }: WaysShown, language: Language): Html {
  const t = waysWords[language];
  const { target } = prospect.facts.cycle;
  const { nextPredikat } = typed.standing;
  const isWrong = typed.kind === 'angka' && typed.goal === null && typed.text !== '';
  return html`<form action="${path}" method="get">
    <input type="hidden" name="dasar" value="${typed.basis.code}" />
    <fieldset>
      <legend>${t.goal}</legend>
      ${target !== null && choice('target', t.target(figure(target, language)), typed.kind)}
      ${
        nextPredikat &&
        choice(
          'predikat',
          t.predikat(nextPredikat.name, figure(nextPredikat.from, language)),
          typed.kind,
        )
      }
      ${choice('angka', t.figure, typed.kind)}
      ${fieldView({
        ...{ name: 'angka', label: t.figure, type: 'text', autocomplete: 'off', longest: 5 },
        ...{ hint: t.figureHint, value: typed.text, error: isWrong ? t.wrongFigure : '' },
      })}
    </fieldset>
    <button>${t.find}</button>
  </form>`;
}

function choice(kind: GoalKind, text: string, chosen: GoalKind): Html {
  return html`<p>
    <label>
      <input type="radio" name="tujuan" value="${kind}" ${kind === chosen && html`checked`} />
      ${text}
    </label>
  </p>`;
}
