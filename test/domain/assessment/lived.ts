import { Refusal } from '../../../src/domain/refusal.js';
import type { City } from './city.js';
import { smallCity, type Step } from './lives.js';
import type { Change, Picture } from './promises.js';
import { tries, type Try } from './tries.js';

/** Everything that a life comes to, a request at a time. */
export function* lived(steps: readonly Step[], decimals: boolean): Generator<Change> {
  const city = smallCity(decimals);
  let now = pictureOf(city);
  for (const step of steps) {
    city.later(city.now.add({ minutes: step.wait }));
    now = isStill(now, city) ? now : pictureOf(city);
    for (const request of tries[step.what](step)) {
      const change = attempt(city, now, { request, waited: step.waited });
      now = change.after;
      yield change;
    }
  }
}

function attempt(
  city: City,
  now: Picture,
  { request, waited }: { request: Try; waited: number },
): Change {
  const { instrument } = city;
  const acceptedAt = city.now.subtract({ minutes: waited });
  // Whoever writes into what is there, instead of making it anew, is found out.
  const before = freeze(now);
  city.acceptedAt(acceptedAt);
  const refused = isRefused(() => {
    request(city);
  });
  const after = isStill(before, city) ? before : pictureOf(city);
  return { before, after, acceptedAt, instrument, refused };
}

function isStill({ facts, dossier }: Picture, city: City): boolean {
  return city.facts === facts && city.dossier === dossier;
}

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
  return value;
}

/** Anything else that is thrown is a bug. */
function isRefused(act: () => void): boolean {
  try {
    act();
    return false;
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
}

function pictureOf({ facts, dossier, figures, world }: City): Picture {
  return { facts, dossier, figures, entries: world.journal.length };
}
