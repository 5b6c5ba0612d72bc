import type { Dossier } from './dossier.js';
import { ofIndicator } from './evidence.js';

/** What one indicator was given of an earlier cycle. */
export interface TakenOver {
  readonly indicator: number;
  /** The earlier cycle's indicators that it comes from. */
  readonly from: readonly number[];
  readonly pieces: number;
  /** Words and a level came along, and not evidence alone. */
  readonly answer: boolean;
}

export function takenOver(
  { answers, evidence }: Pick<Dossier, 'answers' | 'evidence'>,
  indicators: readonly number[],
  cycle: string,
): TakenOver[] {
  return indicators.flatMap((no) => {
    const answer = answers.find((each) => each.indicator === no);
    if (!answer) return [];
    const sources = ofIndicator({ no }, evidence).flatMap(({ attachment: { carriedFrom } }) =>
      carriedFrom?.cycle === cycle ? [carriedFrom] : [],
    );
    const from = [...new Set(sources.flatMap(({ indicators: of }) => of))].sort((a, b) => a - b);
    // Saving counts its versions; attaching does not.
    const isWritten = answer.version > 0;
    if (from.length === 0 && !isWritten) return [];
    const given = from.length === 0 ? [no] : from;
    return [{ indicator: no, from: given, pieces: sources.length, answer: isWritten }];
  });
}
