import { Temporal } from 'temporal-polyfill';
import type { Notice } from '../../src/domain/notice.js';
import { isAfter, isBefore, later } from '../../src/domain/instants.js';
import { Refusal } from '../../src/domain/refusal.js';
import { nextDue } from '../../src/domain/timeline.js';
import { type Deed, type Timeline } from './timelines.js';
import { World } from './world.js';

type Instant = Temporal.Instant;

export type Tick = (world: World, at: Instant) => void;

/** How a process ticks up to an instant, which it may or may not tick at. */
export type Pattern = (world: World, until: Instant, tick: Tick) => void;

export const atEveryDueInstant: Pattern = (world, until) => {
  world.run(until);
};

export function every(hours: number): Pattern {
  return (world, until) => {
    const step = Temporal.Duration.from({ hours });
    for (let at = world.watermark.add(step); isBefore(at, until); at = at.add(step)) {
      world.tick(at);
      if (world.watermark !== at) return;
    }
  };
}

/** Long gaps: a process that is down most of the time. */
export function afterGapsOf(hours: readonly number[]): Pattern {
  let turn = 0;
  return (world, until) => {
    for (;;) {
      const gap = hours[turn++ % hours.length] ?? 1;
      const at = world.watermark.add({ hours: gap });
      if (isAfter(at, until) || world.facts.cycle.state !== 'active') return;
      world.tick(at);
    }
  };
}

/** Up all the time, but up to an hour and a half late; never over a midnight. */
export function lateBy(minutes: readonly number[]): Pattern {
  let turn = 0;
  return (world, until, tick) => {
    const { zone } = world.facts.cycle;
    for (;;) {
      const due = nextDue(world.facts, world.watermark);
      if (due === null || isAfter(due, until)) return;
      const delayed = due.add({ minutes: minutes[turn++ % minutes.length] ?? 0 });
      const lastOfDay = due.toZonedDateTimeISO(zone).add({ days: 1 }).startOfDay().toInstant();
      const latest = lastOfDay.subtract({ minutes: 1 });
      const at = isAfter(delayed, latest) ? later(latest, due) : delayed;
      tick(world, isAfter(at, until) ? until : at);
    }
  };
}

/** Lives a timeline. Whoever is told to be prompt ticks before and after each deed, as a scenario does. */
export function lived(
  { plan, start, deeds, end }: Timeline,
  pattern: Pattern,
  prompt: 'prompt' | 'slow' = 'slow',
  replicas: Tick = (world, at) => world.tick(at),
): World {
  const world = World.started(start, plan);
  const origin = Temporal.PlainDateTime.from(start).toZonedDateTime(world.facts.cycle.zone);
  const instantOf = (minute: number): Instant => origin.toInstant().add({ minutes: minute });
  for (const { minute, act } of deeds) {
    const at = instantOf(minute);
    pattern(world, at, replicas);
    if (prompt === 'prompt') replicas(world, at);
    attempt(world, at, act);
    if (prompt === 'prompt') replicas(world, at);
  }
  const last = instantOf(end);
  pattern(world, last, replicas);
  if (world.facts.cycle.state === 'paused') world.perform(last, { do: 'resume' });
  replicas(world, last);
  return world;
}

function attempt(world: World, at: Instant, act: Deed['act']): void {
  try {
    world.perform(at, act);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** Phases and tasks as they stand, without the instants that depend on who ticked when. */
export function standing({ facts }: World): string[] {
  return [
    ...facts.phases.map(({ code, state }) => `${code} ${state}`),
    ...facts.tasks.map(({ id, state, deadline }) => `${id} ${state} ${deadline.toString()}`),
  ].sort();
}

/** What was said to whom, without when. */
export function told(world: World): string[] {
  return world.sent.flatMap(({ notices }) => notices.map(saying)).sort();
}

function saying({ recipient, kind, offset, task, phase, deadline }: Notice): string {
  return [recipient.email, kind, offset, task ?? phase, deadline].join(' ');
}
