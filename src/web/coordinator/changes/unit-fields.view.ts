import { html, type Html } from '../../../platform/html.js';
import { field, type FormShown } from '../people/form-parts.view.js';
import { formWords } from '../people/form-words.js';
import { typedUnit } from '../people/typed.js';
import {
  basisFields,
  describedBy,
  flawOf,
  letterField,
  textField,
  typedIn,
  type ChangesShown,
} from './change-fields.view.js';
import { mostAdmins } from './change-form.js';
import { changeWords } from './change-words.js';

type PlainField = 'code' | 'name' | 'headName' | 'headEmail' | 'secretaryName' | 'secretaryEmail';

/** A unit that comes: the fields of the form of people, and on what it rests. */
export function addUnitFields(shown: ChangesShown): Html[] {
  const { language } = shown;
  const [t, words] = [formWords[language], changeWords[language]];
  const typed = typedIn(shown, 'addUnit');
  const fields = unitFields(shown);
  const at = (name: PlainField, label: string): Html =>
    field(fields, { name, label, value: typed?.[name] ?? '' });
  return [
    html`<p class="hint">${words.addUnitHint}</p>`,
    at('code', t.unitCode),
    at('name', t.unitName),
    ...Array.from({ length: mostAdmins }, (_, index) => adminFields(shown, fields, index)),
    html`<p class="hint">${t.headHint}</p>`,
    at('headName', t.headName),
    at('headEmail', t.headEmail),
    html`<p class="hint">${t.secretaryHint}</p>`,
    at('secretaryName', t.secretaryName),
    at('secretaryEmail', t.secretaryEmail),
    ...basisFields(shown, 'addUnit'),
  ];
}

export function retireUnitFields(shown: ChangesShown): Html[] {
  const t = changeWords[shown.language];
  return [
    html`<p class="hint">${t.retireUnitHint}</p>`,
    unitField(shown),
    textField(shown, 'retireUnit', 'reason', t.reason, ''),
    letterField(shown, 'retireUnit'),
  ];
}

function adminFields(shown: ChangesShown, fields: FormShown, index: number): Html {
  const t = formWords[shown.language];
  const typed = typedIn(shown, 'addUnit');
  const at = (name: 'adminName' | 'adminEmail', label: string): Html =>
    field(fields, { name, id: `${name}${index}`, label, value: typed?.[name][index] ?? '' });
  return html`${at('adminName', t.adminName(index + 1))}
  ${at('adminEmail', t.adminEmail(index + 1))}`;
}

/** What is wrong with what was typed, by its field; nothing when the form was not sent with flaws. */
function unitFields(shown: ChangesShown): FormShown {
  const { language, path, proof, flaws } = shown;
  const typed = typedIn(shown, 'addUnit');
  const problems = typed && flaws.unit ? typedUnit(typed).problems : {};
  return { language, path, proof, problems, message: null };
}

function unitField(shown: ChangesShown): Html {
  const t = changeWords[shown.language];
  const chosen = typedIn(shown, 'retireUnit')?.unit;
  const units = shown.facts.people.units.filter(({ retired }) => !retired);
  return html`<div class="field">
    <label for="retireUnit-unit">${t.unit}</label>
    ${flawOf(shown, 'retireUnit', 'unit')}
    <select id="retireUnit-unit" name="unit" ${describedBy(shown, 'retireUnit', 'unit')}>
      <option value="">${t.chooseUnit}</option>
      ${units.map(
        ({ code, name }) =>
          html`<option value="${code}" ${code === chosen && html`selected`}>
            ${code} · ${name}
          </option>`,
      )}
    </select>
  </div>`;
}
