import type { Assessor, Person, Unit } from '../../../domain/people.js';
import { twice } from '../../../platform/twice.js';
import { isAllowed, type TextKind } from '../../../platform/schemas.js';
import type { FieldProblem } from './form-words.js';
import type { AssessorForm, CoordinatorForm, SekdaForm, UnitForm } from './forms.js';

/** By the field where it is mended. */
export type FieldProblems = Readonly<Record<string, FieldProblem>>;

interface Typed<T> {
  readonly value: T;
  /** Empty when it can be taken. */
  readonly problems: FieldProblems;
}

type Checks = Record<string, FieldProblem | null>;

export function typedUnit(form: Omit<UnitForm, 'act'>): Typed<Omit<Unit, 'retired'>> {
  const { code, name } = form;
  const rows = form.adminName.map((adminName, index) => {
    return { name: adminName.trim(), email: form.adminEmail[index]?.trim() ?? '' };
  });
  const head = { name: form.headName.trim(), email: form.headEmail.trim() };
  const secretary = { name: form.secretaryName.trim(), email: form.secretaryEmail.trim() };
  const admins = rows.filter(isSomebody);
  const checks: Checks = {
    code: needed('code', code.trim()),
    name: needed('text', name.trim()),
    ...personChecks(head, ['headName', 'headEmail']),
    ...personChecks(secretary, ['secretaryName', 'secretaryEmail']),
  };
  for (const [index, row] of rows.entries()) {
    Object.assign(checks, personChecks(row, [`adminName${index}`, `adminEmail${index}`]));
  }
  for (const index of twice(rows.map(({ email }, no) => email.toLowerCase() || String(no)))) {
    checks[`adminEmail${index}`] ??= 'twice';
  }
  if (admins.length === 0) checks['adminName0'] = 'needed';
  const value = { code: code.trim(), name: name.trim(), admins };
  const orNull = (person: typeof head) => (isSomebody(person) ? person : null);
  return found({ ...value, head: orNull(head), secretary: orNull(secretary) }, checks);
}

export function typedAssessor({
  code,
  name,
  email,
  home,
}: AssessorForm): Typed<Omit<Assessor, 'retired'>> {
  const value = { code: code.trim(), name: name.trim(), email: email.trim(), unit: home || null };
  const checks = { code: needed('code', value.code), ...bothChecks(value) };
  return found(value, checks);
}

export function typedCoordinator({ name, email }: CoordinatorForm): Typed<Person> {
  const value = { name: name.trim(), email: email.trim() };
  return found(value, bothChecks(value));
}

/** Null: nobody. */
export function typedSekda(form: SekdaForm): Typed<Person | null> {
  const value = { name: form.name.trim(), email: form.email.trim() };
  return found(isSomebody(value) ? value : null, personChecks(value, ['name', 'email']));
}

export function hasProblems(problems: FieldProblems): boolean {
  return Object.keys(problems).length > 0;
}

function found<T>(value: T, checks: Checks): Typed<T> {
  const problems = Object.entries(checks).flatMap(([field, problem]) =>
    problem === null ? [] : [[field, problem] as const],
  );
  return { value, problems: Object.fromEntries(problems) };
}

function bothChecks({ name, email }: Person): Checks {
  return { name: needed('text', name), email: needed('email', email) };
}

/** Both or neither. */
function personChecks(
  { name, email }: Person,
  [nameField, emailField]: readonly [string, string],
): Checks {
  if (name === '' && email === '') return {};
  return {
    [nameField]: name === '' ? 'both' : allowed('text', name),
    [emailField]: email === '' ? 'both' : allowed('email', email),
  };
}

function needed(kind: TextKind, text: string): FieldProblem | null {
  return text === '' ? 'needed' : allowed(kind, text);
}

function allowed(kind: TextKind, text: string): FieldProblem | null {
  return isAllowed(kind, text) ? null : kind;
}

function isSomebody({ name, email }: Person): boolean {
  return name !== '' || email !== '';
}
