import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional } from 'class-validator';
import { basisOf, letterLength } from '../../../api/change-bodies.js';
import { IsFingerprint, IsText } from '../../../api/text.js';
import type { Order, TimelineCommand } from '../../../assessment/changes/consequences.js';
import { dateProblem } from '../../../cycle/date-problem.js';
import { parseOffset } from '../../../domain/offset.js';
import { hasProblems, typedUnit } from '../people/typed.js';

export const kinds = [
  'reschedule',
  'extend',
  'setReminders',
  'override',
  'pause',
  'resume',
  'addUnit',
  'retireUnit',
] as const satisfies readonly TimelineCommand['do'][];
export type Kind = (typeof kinds)[number];

const code = 100;
const text = 2_000;
const many = 5_000;
/** More than any may hold: what is too long is said beside the field. */
const name = 500;
/** Whoever has more of them uses the page of people. */
export const mostAdmins = 3;

/** One checkbox that is ticked comes alone, none do not come at all. */
const asList = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? [value] : (value ?? []),
);

/** What any of the forms sends; what one of them does not ask for stays empty. */
export class ChangeForm {
  @IsIn(kinds)
  readonly do!: Kind;

  @IsText(code)
  readonly phase: string = '';

  @IsText(code)
  readonly opens: string = '';

  @IsText(code)
  readonly opensTime: string = '';

  @IsText(code)
  readonly closes: string = '';

  @IsText(code)
  readonly closesTime: string = '';

  @asList
  @IsArray()
  @ArrayMaxSize(many)
  @IsText(code, { each: true })
  readonly units: string[] = [];

  @IsText(text)
  readonly reason: string = '';

  @IsText(letterLength)
  readonly letter: string = '';

  @IsText(text)
  readonly reminders: string = '';

  /** Of a unit that retires. */
  @IsText(code)
  readonly unit: string = '';

  /** Of a unit that comes, as the form of people asks for it. */
  @IsText(name)
  readonly code: string = '';

  @IsText(name)
  readonly name: string = '';

  @asList
  @IsArray()
  @ArrayMaxSize(mostAdmins)
  @IsText(name, { each: true })
  readonly adminName: string[] = [];

  @asList
  @IsArray()
  @ArrayMaxSize(mostAdmins)
  @IsText(name, { each: true })
  readonly adminEmail: string[] = [];

  @IsText(name)
  readonly headName: string = '';

  @IsText(name)
  readonly headEmail: string = '';

  @IsText(name)
  readonly secretaryName: string = '';

  @IsText(name)
  readonly secretaryEmail: string = '';
}

/** As it was shown. */
export class TakeForm {
  @IsText(2_000_000)
  readonly commands!: string;

  @IsText(text)
  readonly reason: string = '';

  @IsText(letterLength)
  readonly letter: string = '';

  @IsFingerprint()
  readonly shown!: string;

  @IsOptional()
  @IsIn(kinds)
  readonly do?: Kind;
}

export type ChangeField =
  'phase' | 'opens' | 'closes' | 'units' | 'reason' | 'letter' | 'reminders' | 'unit';
export type Flaw = 'missing' | 'no_date' | 'no_dates' | 'no_offset';
export type Flaws = Readonly<Partial<Record<ChangeField, Flaw>>>;

type Check = (form: ChangeForm) => Flaw | null;

const said =
  (field: 'phase' | 'reason' | 'unit'): Check =>
  (form) =>
    form[field].trim() === '' ? 'missing' : null;

const isMoment = (date: string, time: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) &&
  dateProblem(date) === null &&
  /^(([01]\d|2[0-3]):[0-5]\d)?$/.test(time);

const isGiven = (date: string, time: string): boolean => date !== '' || time !== '';

const opens: Check = ({ opens: date, opensTime: time }) =>
  isGiven(date, time) && !isMoment(date, time) ? 'no_date' : null;

const closes: Check = ({ closes: date, closesTime: time }) =>
  isGiven(date, time) && !isMoment(date, time) ? 'no_date' : null;

/** What each form asks for, and what is wrong with it. */
const checks: Readonly<Record<Kind, Readonly<Partial<Record<ChangeField, Check>>>>> = {
  reschedule: {
    phase: said('phase'),
    opens,
    closes: (form) =>
      isGiven(form.opens, form.opensTime) || isGiven(form.closes, form.closesTime)
        ? closes(form)
        : 'no_dates',
  },
  extend: {
    phase: said('phase'),
    units: ({ units }) => (units.length === 0 ? 'missing' : null),
    closes: (form) => (isMoment(form.closes, form.closesTime) ? null : 'no_date'),
    reason: said('reason'),
  },
  setReminders: {
    phase: said('phase'),
    reminders: ({ reminders }) =>
      offsetsIn(reminders).every((each) => parseOffset(each) !== null) ? null : 'no_offset',
  },
  override: { phase: said('phase'), reason: said('reason') },
  pause: {},
  resume: {},
  // What is wrong with which of its fields the form says itself.
  addUnit: { unit: (form) => (hasProblems(typedUnit(form).problems) ? 'missing' : null) },
  retireUnit: { unit: said('unit'), reason: said('reason') },
};

export function flawsIn(form: ChangeForm): Flaws {
  const found = Object.entries(checks[form.do]).map(([field, check]) => [field, check(form)]);
  return Object.fromEntries(found.filter(([, flaw]) => flaw !== null)) as Flaws;
}

const commands: Readonly<Record<Kind, (form: ChangeForm) => TimelineCommand[]>> = {
  reschedule: (form) => [
    {
      do: 'reschedule',
      phase: form.phase,
      opens: momentIn(form.opens, form.opensTime),
      closes: momentIn(form.closes, form.closesTime),
    },
  ],
  extend: ({ phase, units, closes: date, closesTime, reason }) =>
    units.map((unit) => ({
      do: 'extend',
      phase,
      unit,
      closes: momentIn(date, closesTime) ?? '',
      reason: reason.trim(),
    })),
  setReminders: ({ phase, reminders }) => [
    { do: 'setReminders', phase, reminders: [...new Set(offsetsIn(reminders))] },
  ],
  override: ({ phase, reason }) => [{ do: 'override', phase, reason: reason.trim() }],
  pause: () => [{ do: 'pause' }],
  resume: () => [{ do: 'resume' }],
  addUnit: (form) => [{ do: 'addUnit', unit: typedUnit(form).value }],
  retireUnit: ({ unit }) => [{ do: 'retireUnit', unit }],
};

/** Of a form without flaws. */
export function orderIn(form: ChangeForm): Order {
  const { reason, letter } = form;
  return {
    commands: commands[form.do](form),
    basis: basisOf({ reason, letter }),
  };
}

/** Without a time a date means its whole day (rule 1). */
function momentIn(date: string, time: string): string | null {
  if (date === '') return null;
  return time === '' ? date : `${date}T${time}`;
}

function offsetsIn(reminders: string): string[] {
  return reminders
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((each) => each !== '');
}
