import { evidenceFor, type InstrumentMapping } from '../../instrument-mapping.js';
import { authorise, type Actor } from '../actor.js';
import type { Desk } from '../desk.js';
import { isPresent, type Attachment, type Evidence } from '../evidence.js';
import type { EarlierWork } from './copy-answers.js';
import { attachEvidence } from './evidence.js';

interface Carriage extends EarlierWork {
  readonly mapping: InstrumentMapping;
}

/**
 * Evidence of an earlier cycle under another instrument, for mapped indicators that nobody has begun yet. Neither
 * words nor levels come along: the older instrument asked something else.
 * @returns the indicators that got something
 */
export function carryEvidence(desk: Desk, carriage: Carriage, actor: Actor): number[] {
  const { unit } = carriage;
  authorise('answer', actor.adminOf.includes(unit) ? ['lead'] : []);
  const open = desk.ledBy(unit).filter((no) => desk.answer(no) === null);
  return open.filter((no) => carryTo(desk, no, carriage, actor.name));
}

function carryTo(desk: Desk, indicator: number, carriage: Carriage, who: string): boolean {
  const { unit, cycle, from, mapping, newId } = carriage;
  const numbers = evidenceFor(mapping, indicator);
  const pieces = from.evidence.filter(
    (each) => numbers.includes(each.indicator) && isPresent(each),
  );
  for (const { level, attachment, indicators } of eachOnce(pieces)) {
    const carriedFrom = { cycle, instrument: mapping.from, indicators };
    const carried = { ...attachment, carriedFrom };
    const command = { id: newId(), indicator, level, unit, attachment: carried };
    attachEvidence(desk, { do: 'attachEvidence', ...command }, who);
  }
  return pieces.length > 0;
}

interface Once extends Pick<Evidence, 'level' | 'attachment'> {
  readonly indicators: readonly number[];
}

/** The same content once, at the lowest level that it stood for: that claims the least. */
function eachOnce(pieces: readonly Evidence[]): Once[] {
  const found = new Map<string, Once>();
  for (const { indicator, level, attachment } of pieces) {
    const key = contentOf(attachment);
    const before = found.get(key);
    const indicators = [...new Set([...(before?.indicators ?? []), indicator])];
    const lowest = Math.min(before?.level ?? level, level);
    found.set(key, { level: lowest, attachment: before?.attachment ?? attachment, indicators });
  }
  return [...found.values()].sort((a, b) => a.level - b.level);
}

function contentOf(attachment: Attachment): string {
  return attachment.kind === 'file' ? attachment.sha256 : attachment.url;
}
