import type { Person, Unit } from '../../../domain/people.js';
import { html, type Html } from '../../../platform/html.js';
import { codeField, field, formView, type FormShown } from './form-parts.view.js';
import { formWords } from './form-words.js';
import type { UnitForm } from './forms.js';

/** Room for so many more admins. */
const blankRows = 2;

const nobody: Person = { name: '', email: '' };

/** Of a unit as it is, or of one that is new or comes back. */
export function unitFormOf(unit: Unit | null): UnitForm {
  const { code = '', name = '', admins = [], head = null, secretary = null } = unit ?? {};
  return {
    act: unit && !unit.retired ? 'change' : 'add',
    ...{ code, name },
    adminName: admins.map((admin) => admin.name),
    adminEmail: admins.map(({ email }) => email),
    headName: (head ?? nobody).name,
    headEmail: (head ?? nobody).email,
    secretaryName: (secretary ?? nobody).name,
    secretaryEmail: (secretary ?? nobody).email,
  };
}

export function unitFormView(form: UnitForm, shown: FormShown): Html {
  const { path, proof, language } = shown;
  const t = formWords[language];
  const isNew = form.act === 'add';
  const title = isNew ? t.addUnit : t.changeUnit(form.name);
  const retire = `${path}/opd/hentikan?kode=${encodeURIComponent(form.code)}`;
  const content = html`<form method="post" action="${path}/opd">
      ${proof}<input type="hidden" name="act" value="${form.act}" />
      ${codeField(form, t.unitCode, shown)}
      ${field(shown, { name: 'name', label: t.unitName, value: form.name })}
      <p class="hint">${isNew && t.addHint} ${t.adminsHint}</p>
      ${adminFields(form, shown)}
      <p class="hint">${t.headHint}</p>
      ${field(shown, { name: 'headName', label: t.headName, value: form.headName })}
      ${field(shown, {
        name: 'headEmail',
        label: t.headEmail,
        type: 'email',
        value: form.headEmail,
      })}
      <p class="hint">${t.secretaryHint}</p>
      ${field(shown, {
        name: 'secretaryName',
        label: t.secretaryName,
        value: form.secretaryName,
      })}
      ${field(shown, {
        name: 'secretaryEmail',
        label: t.secretaryEmail,
        type: 'email',
        value: form.secretaryEmail,
      })}
      <button>${t.save}</button>
    </form>
    ${!isNew && html`<p><a href="${retire}">${t.retire}</a></p>`}`;
  return formView(title, content, shown);
}

function adminFields({ adminName, adminEmail }: UnitForm, shown: FormShown): Html[] {
  const t = formWords[shown.language];
  const used = adminName.findLastIndex((name, index) => name !== '' || adminEmail[index] !== '');
  return Array.from({ length: used + 1 + blankRows }, (_, index) => {
    return html`${field(shown, {
      id: `adminName${index}`,
      name: 'adminName',
      label: t.adminName(index + 1),
      value: adminName[index] ?? '',
    })}
    ${field(shown, {
      id: `adminEmail${index}`,
      name: 'adminEmail',
      label: t.adminEmail(index + 1),
      type: 'email',
      value: adminEmail[index] ?? '',
    })}`;
  });
}
