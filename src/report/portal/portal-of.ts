import type { Answer } from '../../domain/assessment/answer.js';
import { claimOf } from '../../domain/assessment/answer.js';
import type { Dossier, Responsibility } from '../../domain/assessment/dossier.js';
import type { Evidence } from '../../domain/assessment/evidence.js';
import { standingVerdicts } from '../../domain/assessment/standing-verdicts.js';
import type { Verdict } from '../../domain/assessment/verdict.js';
import { verifiedBy, type Verified } from '../../domain/assessment/verified.js';
import type { Facts } from '../../domain/cycle.js';
import { evaluatedYear } from '../../domain/evaluated-year.js';
import { groupBy } from '../../domain/group-by.js';
import type { Entry } from '../../domain/journal.js';
import type { Indicator, Instrument } from '../../domain/scoring.js';
import { lastSent, type Sent } from './last-sent.js';
import { notesOf } from './notes-of.js';
import { answerName, distinct, folderName, portalName, type FilePlace } from './pack-names.js';
import type {
  Part,
  PortalEvidence,
  PortalFilter,
  PortalIndicator,
  PortalPack,
  PortalState,
} from './portal.js';

/** All that the pack is made of, of one instant. */
export interface PortalRecord {
  readonly facts: Facts;
  readonly instrument: Instrument;
  readonly dossier: Dossier;
  /** About the indicators that are being revised. */
  readonly entries: readonly Entry[];
  readonly journal: PortalPack['journal'];
}

/** What belongs to every indicator, looked up once. */
interface Known {
  readonly record: PortalRecord;
  readonly year: number | null;
  readonly entries: ReadonlyMap<unknown, readonly Entry[]>;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly verified: ReadonlyMap<number, Verified>;
}

/** In the order of the instrument, which is the portal's. */
export function portalOf(record: PortalRecord, filter: PortalFilter): PortalPack {
  const { facts, instrument, dossier, journal } = record;
  const { code, title } = facts.cycle;
  const year = evaluatedYear(facts.phases);
  const finished = new Set(
    facts.tasks.filter(({ state }) => state === 'finished').map(({ id }) => id),
  );
  const said = dossier.verdicts.filter(({ task }) => finished.has(task));
  const known: Known = {
    ...{ record, year },
    entries: groupBy(record.entries, (entry) => entry.facts['indicator']),
    verdicts: new Map(standingVerdicts(facts, said).map((each) => [each.evidence, each])),
    verified: new Map(verifiedBy(facts, dossier).map((each) => [each.indicator, each])),
  };
  return {
    cycle: { code, title, year },
    journal,
    indicators: instrument.indicators
      .map((indicator) => portalIndicator(indicator, known))
      .filter(({ domain, lead }) => {
        const isWanted = (wanted: string, part: Part | null) =>
          wanted === '' || part?.code === wanted;
        return isWanted(filter.domain, domain) && isWanted(filter.unit, lead);
      }),
  };
}

/** Whose text is still to be found in the journal. */
export function inRevision({ answers }: Pick<Dossier, 'answers'>): number[] {
  return answers.filter(({ state }) => state === 'revising').map(({ indicator }) => indicator);
}

function portalIndicator(indicator: Indicator, known: Known): PortalIndicator {
  const { record, entries, verified } = known;
  const { facts, dossier } = record;
  const { no, name } = indicator;
  const isOwn = ({ indicator: of }: { readonly indicator: number }): boolean => of === no;
  const responsibility = dossier.responsibilities.find(isOwn);
  const answer = dossier.answers.find(isOwn) ?? null;
  const external = dossier.externals.find(isOwn) ?? null;
  const sent = answer && lastSent(answer, dossier.evidence.filter(isOwn), entries.get(no) ?? []);
  const title = responsibility?.title ?? name;
  return {
    ...{ no, name, title },
    ...partsOf(indicator, record.instrument),
    lead: leadOf(responsibility, facts),
    state: stateOf(indicator, { responsibility, answer }, dossier),
    claimed: answer && claimOf(answer),
    verified: external?.level ?? verified.get(no)?.level ?? null,
    fact: sent?.fact ?? '',
    analysis: sent?.analysis ?? '',
    evidence: evidenceOf(sent, indicator, known),
    notes: notesOf(no, verified.get(no), record),
    folder: folderName(no, title),
  };
}

function partsOf(
  { no, aspect: code }: Indicator,
  { domains, aspects }: Instrument,
): Pick<PortalIndicator, 'key' | 'domain' | 'aspect'> {
  const known = aspects.find((each) => each.code === code);
  const domain = domains.find((each) => each.code === known?.domain) ?? null;
  return {
    key: [domain?.code, code, `ID-${no}`].filter(Boolean).join(' '),
    domain: domain && { code: domain.code, name: domain.name },
    aspect: { code, name: known?.name ?? code },
  };
}

function leadOf(responsibility: Responsibility | undefined, { people }: Facts): Part | null {
  const code = responsibility?.lead ?? null;
  if (code === null) return null;
  return { code, name: people.units.find((unit) => unit.code === code)?.name ?? code };
}

function stateOf(
  { no, valueSource }: Indicator,
  {
    responsibility,
    answer,
  }: { readonly responsibility: Responsibility | undefined; readonly answer: Answer | null },
  { nihil }: Dossier,
): PortalState {
  if (valueSource === 'external') return 'external';
  if (nihil.some(({ indicator, state }) => indicator === no && state === 'approved'))
    return 'nihil';
  if (answer !== null && answer.claimed !== null) {
    return answer.state === 'revising' ? 'revising' : 'sent';
  }
  return (responsibility?.lead ?? null) === null ? 'no-lead' : 'not-sent';
}

function evidenceOf(
  sent: Sent | null,
  { no, aspect }: Indicator,
  { year, verdicts }: Known,
): PortalEvidence[] {
  const place: FilePlace = { aspect, no, year };
  const all = sent?.evidence ?? [];
  const files = all.flatMap(({ attachment }) => (attachment.kind === 'file' ? [attachment] : []));
  // The answer itself lies beside them.
  const [, ...names] = distinct([
    answerName(place),
    ...files.map((attachment) => portalName(place, attachment)),
  ]);
  return all.map((piece) => {
    const name = piece.attachment.kind === 'file' ? names.shift() : undefined;
    return onePiece(piece, name, verdicts.get(piece.id));
  });
}

function onePiece(
  { id, level, unit, attachment }: Evidence,
  name: string | undefined,
  verdict: Verdict | undefined,
): PortalEvidence {
  const said = { judgement: verdict?.judgement ?? null, note: verdict?.note ?? '' };
  const about = { id, level, unit, name: name ?? attachment.name, original: attachment.name };
  if (attachment.kind === 'link') return { ...about, ...said, file: null, url: attachment.url };
  const { sha256, size, type } = attachment;
  return { ...about, ...said, file: { sha256, size, type }, url: null };
}
