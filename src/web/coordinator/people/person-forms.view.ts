import type { People } from '../../../domain/people.js';
import { html, type Html } from '../../../platform/html.js';
import { option, unitOptions } from '../assignments-parts.view.js';
import { codeField, field, formView, type FormShown } from './form-parts.view.js';
import { formWords } from './form-words.js';
import type { AssessorForm, CoordinatorForm, SekdaForm } from './forms.js';

export function assessorFormView(
  form: AssessorForm,
  { units }: Pick<People, 'units'>,
  shown: FormShown,
): Html {
  const { path, proof, language, problems } = shown;
  const t = formWords[language];
  const isNew = form.act === 'add';
  const homeProblem = problems['home'];
  // A home need not take part itself.
  const isOffered = units.some(({ code, retired }) => code === form.home && !retired);
  const isElsewhere = form.home !== '' && !isOffered;
  const remove = `${path}/asesor/hapus?kode=${encodeURIComponent(form.code)}`;
  const content = html`<form method="post" action="${path}/asesor">
      ${proof}<input type="hidden" name="act" value="${form.act}" />
      ${codeField(form, t.assessorCode, shown)} ${nameAndEmail(form, shown)}
      <p>
        <label
          >${t.home}
          <select name="home" ${homeProblem !== undefined && html`aria-describedby="home-error"`}>
            ${option('', t.noHome, form.home)} ${unitOptions(units, form.home)}
            ${isElsewhere && option(form.home, form.home, form.home)}
          </select></label
        >
      </p>
      ${homeProblem !== undefined && html`<p class="error" id="home-error">${t.problems[homeProblem]}</p>`}
      <button>${t.save}</button>
    </form>
    ${!isNew && html`<p><a href="${remove}">${t.removeAssessor}</a></p>`}`;
  return formView(isNew ? t.addAssessor : t.changeAssessor(form.name), content, shown);
}

/** @param visitor the address of who fills it in */
export function coordinatorFormView(
  form: CoordinatorForm,
  visitor: string,
  shown: FormShown,
): Html {
  const { path, proof, language } = shown;
  const t = formWords[language];
  const isNew = form.was === '';
  const remove = `${path}/koordinator/hapus?surel=${encodeURIComponent(form.was)}`;
  const content = html`<form method="post" action="${path}/koordinator">
      ${proof}<input type="hidden" name="was" value="${form.was}" /> ${nameAndEmail(form, shown)}
      ${form.was.toLowerCase() === visitor && html`<p class="hint">${t.yourEmail}</p>`}
      <button>${t.save}</button>
    </form>
    ${!isNew && html`<p><a href="${remove}">${t.removeCoordinator}</a></p>`}`;
  return formView(isNew ? t.addCoordinator : t.changeCoordinator(form.name), content, shown);
}

export function sekdaFormView(form: SekdaForm, shown: FormShown): Html {
  const { path, proof, language } = shown;
  const t = formWords[language];
  const content = html`<form method="post" action="${path}/sekda">
    ${proof}
    <p class="hint">${t.sekdaHint}</p>
    ${field(shown, { name: 'name', label: t.name, value: form.name })}
    ${field(shown, { name: 'email', label: t.email, type: 'email', value: form.email })}
    <button>${t.save}</button>
  </form>`;
  return formView(t.setSekda, content, shown);
}

function nameAndEmail({ name, email }: { name: string; email: string }, shown: FormShown): Html {
  const t = formWords[shown.language];
  const address = { name: 'email', label: t.email, type: 'email', value: email } as const;
  return html`${field(shown, { name: 'name', label: t.name, value: name })}
  ${field(shown, { ...address, hint: t.emailHint })}`;
}
