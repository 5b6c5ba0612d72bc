import { Temporal } from 'temporal-polyfill';

type Instant = Temporal.Instant;

export function isBefore(a: Instant, b: Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}

export function isAfter(a: Instant, b: Instant): boolean {
  return Temporal.Instant.compare(a, b) > 0;
}

export function later(a: Instant, b: Instant): Instant {
  return isAfter(a, b) ? a : b;
}

export function earliest(instants: readonly Instant[]): Instant | null {
  return instants.reduce<Instant | null>(
    (least, each) => (least === null || isBefore(each, least) ? each : least),
    null,
  );
}

/** In order, each once. */
export function inOrder(instants: readonly Instant[]): Instant[] {
  const unique = new Map(instants.map((each) => [each.epochMilliseconds, each]));
  return [...unique.values()].sort((a, b) => Temporal.Instant.compare(a, b));
}
