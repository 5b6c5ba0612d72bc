import { isPresent } from '../../domain/assessment/evidence.js';
import { standingVerdicts } from '../../domain/assessment/standing-verdicts.js';
import { verifiedBy } from '../../domain/assessment/verified.js';
import { hundredthsOf } from '../../domain/hundredths.js';
import type { Indicator } from '../../domain/scoring.js';
import type { EvidenceLine, IndicatorLine } from './report.js';
import type { ReportBasis } from './report-of.js';

const highest = 500;

/** One a row, in the instrument's order. */
export function indicatorLines(basis: ReportBasis): IndicatorLine[] {
  const { facts, dossier, instrument, figures } = basis;
  const domains = new Map(instrument.aspects.map(({ code, domain }) => [code, domain]));
  const units = new Map(facts.people.units.map((unit) => [unit.code, unit]));
  const notes = notesOf(basis);
  const accepted = new Map(
    standingVerdicts(facts, dossier.verdicts).map(({ evidence, judgement }) => [
      evidence,
      judgement.kind === 'diterima',
    ]),
  );
  return instrument.indicators.map((indicator) => {
    const { no, name, aspect } = indicator;
    const given = dossier.responsibilities.find((each) => each.indicator === no);
    const lead = given?.lead == null ? undefined : units.get(given.lead);
    return {
      ...{ no, name, aspect, title: given?.title ?? null, domain: domains.get(aspect) ?? null },
      lead: lead ? { code: lead.code, name: lead.name } : null,
      ...levelsOf(indicator, basis),
      isNihil: figures.nihil.includes(no),
      isExternal: indicator.valueSource === 'external',
      notes: notes(no),
      evidence: dossier.evidence
        .filter((each) => each.indicator === no && isPresent(each))
        .map(({ id, level, attachment }): EvidenceLine => {
          const isFile = attachment.kind === 'file';
          return { id, level, isFile, name: attachment.name, accepted: accepted.get(id) ?? null };
        }),
    };
  });
}

type LevelsOfLine = Pick<
  IndicatorLine,
  'claimed' | 'verified' | 'counted' | 'weight' | 'contribution' | 'lost'
>;

/** Basis points times hundredths are millionths of the index. */
function levelsOf({ no, weight }: Indicator, { figures }: ReportBasis): LevelsOfLine {
  const verified = figures.terverifikasi.levels[String(no)] ?? null;
  const counted = verified ?? '1';
  const hundredths = hundredthsOf(counted);
  return {
    claimed: figures.klaim.levels[String(no)] ?? null,
    ...{ verified, counted, weight },
    contribution: weight * hundredths,
    lost: weight * (highest - hundredths),
  };
}

/** Of the review that has decided, and of who settled a difference; the words alone, once each. */
function notesOf({ facts, dossier }: ReportBasis): (no: number) => string[] {
  const decided = new Map(verifiedBy(facts, dossier).map((each) => [each.indicator, each]));
  return (no) => {
    const verified = decided.get(no);
    const items = verified?.items ?? [];
    const isOwn = ({ indicator }: { readonly indicator: number }): boolean => indicator === no;
    const said = [
      ...items.map(({ note, finalNote }) => finalNote.trim() || note.trim()),
      ...dossier.settlements
        .filter((each) => isOwn(each) && each.phase === verified?.phase)
        .map(({ note }) => note.trim()),
      ...dossier.externals.filter(isOwn).map(({ note }) => note.trim()),
    ];
    return [...new Set(said.filter((note) => note !== ''))];
  };
}
