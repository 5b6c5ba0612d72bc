import type { Evidence } from '../../domain/assessment/evidence.js';
import type { Language } from '../language.js';

/** The instrument is named, since its numbers are not those of another one. */
type Said = (cycle: string, instrument: string, indicators: string) => string;

const words: Readonly<Record<Language, Said>> = {
  id: (cycle, instrument, indicators) =>
    `dibawa dari ${cycle}, indikator ${indicators} (${instrument})`,
  en: (cycle, instrument, indicators) =>
    `carried over from ${cycle}, indicators ${indicators} (${instrument})`,
};

/** From which cycle and indicators a piece of evidence was taken over; null for what is new. */
export function carriedText(
  { attachment: { carriedFrom } }: Evidence,
  language: Language,
): string | null {
  if (!carriedFrom) return null;
  const { cycle, instrument, indicators } = carriedFrom;
  return words[language](cycle, instrument, indicators.join(', '));
}
