import type { INestApplicationContext } from '@nestjs/common';
import { fingerprint } from '../assessment/fingerprint.js';
import { CycleService, type OpenCycle } from '../cycle/cycle.service.js';
import { CycleStore } from '../cycle/cycle.store.js';
import { adoptBlueprint, type Blueprint } from '../domain/commands/adopt-blueprint.js';
import type { Entry } from '../domain/journal.js';
import { previewOf } from '../domain/preview.js';
import { Refusal } from '../domain/refusal.js';
import { changesOf, type TimelineChange } from '../domain/timeline-version.js';
import { mailLines } from './mail-lines.js';
import { looking, OnlyLooked } from './only-looked.js';

/** Enough to tell two previews apart, and short enough to type. */
const shownDigits = 16;

/**
 * What files would change in a cycle that is loaded already, shown before it is taken.
 * @param shown of the preview that somebody has seen; null: it is only shown
 * @throws Refusal changed_meanwhile when something else would come of it by now, and those of the files;
 *   UnknownCycle
 */
export function loadAsSeen(
  app: INestApplicationContext,
  blueprint: Blueprint,
  { by, shown }: { readonly by: string; readonly shown: string | null },
): Promise<string[]> {
  const { code } = blueprint.plan;
  const store = app.get(CycleStore, { strict: false });
  const work = async ({ tx, draft }: OpenCycle): Promise<string[]> => {
    const before = await store.blueprint(tx, code);
    const { facts, now } = draft;
    let entries: readonly Entry[] = [];
    const preview = previewOf(await store.standing(tx, facts, now), now, (tried) => {
      adoptBlueprint(tried, before, blueprint);
      entries = tried.decision().journal;
    });
    const lines = [...entryLines(entries), ...mailLines(preview, facts.cycle.zone)];
    // Also of what is not told line by line, such as the names of people.
    const mark = fingerprint([blueprint, lines]).slice(0, shownDigits);
    const last = `nothing was changed: --shown ${mark} takes it`;
    if (shown === null) throw new OnlyLooked([...lines, last]);
    if (shown !== mark) throw new Refusal('changed_meanwhile');
    adoptBlueprint(draft, before, blueprint);
    await store.remember(tx, code, blueprint);
    return [...lines, `${code}: updated`];
  };
  return looking(() => app.get(CycleService, { strict: false }).change(code, by, work));
}

/** The timeline by what moves, everything else by what it is about: each thing once. */
function entryLines(entries: readonly Entry[]): string[] {
  const changes = changesOf(entries);
  const timeline = new Set(changes.map(({ what }) => what));
  const others = entries.filter(({ what }) => !timeline.has(what)).map(otherLine);
  return [...new Set([...changes.map(changeLine), ...others])];
}

function changeLine({ what, field, phase, unit, from, to }: TimelineChange): string {
  const about = [what, field, phase, unit].filter(Boolean).join(' ');
  return `${about}: ${from ?? 'nothing'} -> ${to ?? 'nothing'}`;
}

function otherLine({ what, phase, unit, assessor, from, to }: Entry): string {
  const about = [what, phase, unit, assessor].filter(Boolean).join(' ');
  return from === null && to === null
    ? about
    : `${about}: ${from ?? 'nothing'} -> ${to ?? 'nothing'}`;
}
