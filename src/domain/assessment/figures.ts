import type { Facts, Levels } from '../cycle.js';
import { hundredthsOf, twoDecimals } from '../hundredths.js';
import { nextPredikat, publishedLevels, score, type Instrument, type Score } from '../scoring.js';
import { claimOf } from './answer.js';
import type { Dossier } from './dossier.js';
import { standingVerdicts } from './standing-verdicts.js';
import { acceptedLevel } from './verdict.js';
import { verifiedLevels } from './verified.js';

/** One index, with what it is made of. */
export interface Figure extends Score {
  /** Of the indicators that have one; the others count as level 1 (rule 22). */
  readonly levels: Levels;
  /** How much is missing to the target, `0.24`; `0.00` when it is reached, null without a target. */
  readonly toTarget: string | null;
  readonly nextPredikat: {
    readonly name: string;
    readonly from: string;
    readonly missing: string;
  } | null;
}

/** Honest numbers that are never mixed: each is shown with its name. */
export interface Figures {
  /** What the units claim. */
  readonly klaim: Figure;
  /** What the accepted evidence carries, of the claims. */
  readonly simulasi: Figure;
  /** Indicators whose evidence nobody has judged: "belum dinilai asesor". */
  readonly belumDinilai: readonly number[];
  /** What finished reviews have verified. */
  readonly terverifikasi: Figure;
  /** Rule 22: verified where there is a verdict, else claimed. */
  readonly jikaSemuaKlaimDiterima: Figure;
  /** Not relevant, with a coordinator's approval; counted apart from what is not answered yet. */
  readonly nihil: readonly number[];
  readonly belumDijawab: readonly number[];
}

export function figuresOf(facts: Facts, instrument: Instrument, dossier: Dossier): Figures {
  const claimed = claims(dossier);
  const verified = verifiedLevels(facts, dossier);
  const figure = (levels: Levels): Figure => figureOf(instrument, facts.cycle.target, levels);
  const verdicts = standingVerdicts(facts, dossier.verdicts);
  const judged = new Set(verdicts.map(({ evidence }) => evidence));
  const nihil = dossier.nihil.filter(({ state }) => state === 'approved');
  const answered = new Set(Object.keys(claimed));
  const isNihil = new Set(nihil.map(({ indicator }) => indicator));
  const own = instrument.indicators.filter(({ valueSource }) => valueSource === 'evidence');
  return {
    klaim: figure(claimed),
    simulasi: figure(simulated(instrument, { ...dossier, verdicts })),
    belumDinilai: own
      .filter(({ no }) => answered.has(String(no)))
      .filter(({ no }) => verified[String(no)] === undefined)
      .filter(
        ({ no }) =>
          !dossier.evidence.some(({ id, indicator }) => indicator === no && judged.has(id)),
      )
      .map(({ no }) => no),
    terverifikasi: figure(verified),
    jikaSemuaKlaimDiterima: figure({ ...claimed, ...verified }),
    nihil: [...isNihil].sort((a, b) => a - b),
    belumDijawab: own
      .filter(({ no }) => !answered.has(String(no)) && !isNihil.has(no))
      .map(({ no }) => no),
  };
}

export function figureOf(instrument: Instrument, target: string | null, levels: Levels): Figure {
  const found = score(instrument, publishedLevels(instrument, levels));
  const next = nextPredikat(instrument, found.index);
  return {
    ...found,
    levels,
    toTarget: target === null ? null : missing(found.index, target),
    nextPredikat: next && { ...next, missing: missing(found.index, next.from) },
  };
}

function missing(index: string, goal: string): string {
  return twoDecimals(Math.max(0, hundredthsOf(goal) - hundredthsOf(index)));
}

function claims({ answers, externals }: Dossier): Levels {
  const claimed = answers.flatMap((answer) => {
    const claim = claimOf(answer);
    return claim === null ? [] : [[String(answer.indicator), claim] as const];
  });
  const external = externals.map(({ indicator, level }) => [String(indicator), level] as const);
  return Object.fromEntries([...claimed, ...external]);
}

/** No more than was claimed, and no more than what was accepted carries. */
function simulated(instrument: Instrument, dossier: Dossier): Levels {
  const claimed = claims(dossier);
  const levels = instrument.indicators.flatMap((indicator) => {
    const { no, valueSource } = indicator;
    const claim = claimed[String(no)];
    if (claim === undefined) return [];
    if (valueSource === 'external') return [[String(no), claim] as const];
    const reached = acceptedLevel(indicator, dossier.evidence, dossier.verdicts);
    return [[String(no), Number(claim) <= reached ? claim : String(reached)] as const];
  });
  return Object.fromEntries(levels);
}
