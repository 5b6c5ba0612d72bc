import type { Temporal } from 'temporal-polyfill';
import type { Draft } from '../../domain/draft.js';
import { previewOf, type Standing } from '../../domain/preview.js';
import { changesOf, type TimelineChange } from '../../domain/timeline-version.js';
import { consequencesOf, uncoveredIn, type Consequences } from './consequences.js';

export interface ShownChange {
  readonly consequences: Consequences;
  /** What it says of the timeline otherwise than before. */
  readonly changes: readonly TimelineChange[];
  /** In which it puts something although none of their days off is known. */
  readonly uncoveredYears: readonly number[];
  /** Given back with the change: it is refused when something else would come of it by then. */
  readonly shown: string;
}

/** What would come of a change, as people are shown it. Nothing has happened yet. @throws whatever the change throws */
export function shownOf(
  standing: Standing,
  now: Temporal.Instant,
  carryOut: (draft: Draft) => void,
): Omit<ShownChange, 'shown'> {
  let changes: readonly TimelineChange[] = [];
  let { cycle } = standing.facts;
  const preview = previewOf(standing, now, (draft) => {
    carryOut(draft);
    changes = changesOf(draft.decision().journal);
    ({ cycle } = draft);
  });
  const consequences = consequencesOf(preview);
  return { consequences, changes, uncoveredYears: uncoveredIn(consequences, cycle) };
}
