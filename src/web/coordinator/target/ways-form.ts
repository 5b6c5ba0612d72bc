import type { Basis, Prospect } from '../../../assessment/target/targets.service.js';
import { figureOf, type Figure } from '../../../domain/assessment/figures.js';
import {
  effortOf,
  heaviest,
  lightest,
  type Effort,
  type Efforts,
} from '../../../domain/target/effort.js';
import { parseIndex } from '../../../domain/scoring.js';
import { basisTyped, textIn, type Typed } from './what-if-form.js';

export const goals = ['target', 'predikat', 'angka'] as const;
export type GoalKind = (typeof goals)[number];

export interface GoalTyped {
  readonly basis: Basis;
  readonly standing: Figure;
  readonly kind: GoalKind;
  /** The figure, as it was typed. */
  readonly text: string;
  /** The index to reach; null when what was typed is none. */
  readonly goal: string | null;
}

/** The cycle's target, or where there is none or it is reached the next predikat, unless something else is asked for. */
export function goalTyped(form: Typed, { bases, instrument, facts }: Prospect): GoalTyped {
  const { target } = facts.cycle;
  const basis = basisTyped(form, bases);
  const standing = figureOf(instrument, target, basis.levels);
  const text = textIn(form, 'angka');
  const figures: Readonly<Record<GoalKind, string | null>> = {
    target,
    predikat: standing.nextPredikat?.from ?? null,
    angka: parseIndex(text.replace(',', '.')),
  };
  const asked = goals.find((each) => each === form['tujuan']);
  const wanted = standing.toTarget === '0.00' && figures.predikat !== null ? 'predikat' : 'target';
  const kind = asked ?? wanted;
  // Of what there is not, such as a predikat above the highest.
  const [first = 'angka'] = goals.filter((each) => figures[each] !== null);
  const found = kind === 'angka' || figures[kind] !== null ? kind : first;
  return { basis, standing, kind: found, text, goal: figures[found] };
}

/** @returns one for each indicator; null when something else than its lists offer was sent */
export function effortsTyped(
  form: Typed,
  { instrument }: Prospect,
  known: Efforts,
): Efforts | null {
  const typed = instrument.indicators.map((indicator): [string, Effort | null] => {
    const { effort, highest } = effortOf(known, indicator);
    const no = String(indicator.no);
    const said = {
      effort: wholeIn(form, `upaya-${no}`, { from: lightest, to: heaviest, or: effort }),
      highest: wholeIn(form, `batas-${no}`, { from: 1, to: 5, or: highest }),
    };
    if (said.effort === null || said.highest === null) return [no, null];
    return [no, { effort: said.effort, highest: said.highest }];
  });
  const right = typed.flatMap(([no, each]) => (each ? [[no, each] as const] : []));
  return right.length === typed.length ? Object.fromEntries(right) : null;
}

function wholeIn(
  form: Typed,
  name: string,
  { from, to, or }: { readonly from: number; readonly to: number; readonly or: number },
): number | null {
  const text = textIn(form, name);
  if (text === '') return or;
  const isOffered = /^\d{1,2}$/.test(text) && Number(text) >= from && Number(text) <= to;
  return isOffered ? Number(text) : null;
}
