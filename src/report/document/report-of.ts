import type { Temporal } from 'temporal-polyfill';
import type { Dossier } from '../../domain/assessment/dossier.js';
import { isPresent } from '../../domain/assessment/evidence.js';
import type { Figures } from '../../domain/assessment/figures.js';
import type { Facts } from '../../domain/cycle.js';
import type { Head } from '../../domain/journal-chain.js';
import { publishedLevels, type Instrument, type Score } from '../../domain/scoring.js';
import { neutral } from '../../notice/letter/neutral.js';
import type { Letterhead } from '../../platform/letterhead-settings.js';
import type { TrendYear } from '../trend.js';
import { indicatorLines } from './indicator-lines.js';
import type { Part, Report, ReportKind, ReportResult, ReportYear, UnitLine } from './report.js';
import { wayUp } from './way-up.js';

/** What a report is made from. */
export interface ReportBasis {
  readonly kind: ReportKind;
  readonly facts: Facts;
  readonly dossier: Dossier;
  /** Of a published one, as it was frozen; like the figures and the target. */
  readonly instrument: Instrument;
  readonly figures: Figures;
  readonly target: string | null;
  readonly trend: readonly TrendYear[];
  /** The last result before it, of the same instrument. */
  readonly before: { readonly year: number; readonly score: Score } | null;
  readonly year: number;
  readonly at: Temporal.Instant;
  readonly place: Head;
  readonly frame: ReportFrame;
}

/** How it looks, and where its links lead to. */
export interface ReportFrame {
  readonly letterhead: Letterhead;
  readonly from: string;
  readonly site: string;
}

export function reportOf(basis: ReportBasis): Report {
  const { kind, facts, instrument, figures, before, year, at, place } = basis;
  const { code, title, zone } = facts.cycle;
  const { logo } = basis.frame.letterhead;
  const report: Report = {
    ...{ kind, year, place, ...basis.frame },
    cycle: { code, title, zone },
    at: at.toString(),
    instrument: {
      code: instrument.code,
      title: instrument.title,
      predikat: instrument.predikat,
    },
    result: resultOf(basis),
    trend: basis.trend.map(yearOf),
    comparedWith: before?.year ?? null,
    domains: parts(basis, 'domains'),
    aspects: parts(basis, 'aspects'),
    indicators: indicatorLines(basis),
    units: unitLines(basis),
    way: wayUp(instrument, publishedLevels(instrument, figures.terverifikasi.levels)),
  };
  const clean = neutral(report);
  return { ...clean, letterhead: { ...clean.letterhead, logo } };
}

function resultOf({ figures, target }: ReportBasis): ReportResult {
  const { terverifikasi, klaim } = figures;
  const { index, exact, predikat, toTarget, nextPredikat } = terverifikasi;
  const claimed = { index: klaim.index, predikat: klaim.predikat };
  return { index, exact, predikat, target, toTarget, next: nextPredikat, claimed };
}

function yearOf({ year, index, predikat, change, breaks, instrument }: TrendYear): ReportYear {
  return { year, index, predikat, change, breaks, instrument: instrument.title };
}

function parts({ instrument, figures, before }: ReportBasis, kind: 'domains' | 'aspects'): Part[] {
  const { terverifikasi, klaim } = figures;
  return instrument[kind].map((part) => ({
    code: part.code,
    name: part.name,
    domain: 'domain' in part ? part.domain : null,
    weight: part.weight,
    verified: terverifikasi[kind][part.code] ?? '1.00',
    claimed: klaim[kind][part.code] ?? '1.00',
    before: before?.score[kind][part.code] ?? null,
  }));
}

/** Units that were asked for something, in the order of the cycle's people. */
function unitLines({ facts, dossier, figures }: ReportBasis): UnitLine[] {
  const { responsibilities, evidence } = dossier;
  const claimed = new Set(Object.keys(figures.klaim.levels));
  const verified = new Set(Object.keys(figures.terverifikasi.levels));
  const lines = facts.people.units.map(({ code, name }) => {
    const led = responsibilities.filter(({ lead }) => lead === code);
    const count = (of: ReadonlySet<string>): number =>
      led.filter(({ indicator }) => of.has(String(indicator))).length;
    return {
      name,
      leads: led.length,
      answered: count(claimed),
      supports: responsibilities.filter(({ supports }) => supports.includes(code)).length,
      evidence: evidence.filter((each) => each.unit === code && isPresent(each)).length,
      verified: count(verified),
    };
  });
  return lines.filter(({ leads, supports, evidence: own }) => leads + supports + own > 0);
}
