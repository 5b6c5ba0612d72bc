import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { Desk } from '../domain/assessment/desk.js';
import type { Draft } from '../domain/draft.js';
import type { Clock } from '../domain/clock.js';
import { later } from '../domain/instants.js';
import type { Recipient } from '../domain/notice.js';
import { previewOf, type Preview, type Standing } from '../domain/preview.js';
import { Refusal } from '../domain/refusal.js';
import { CycleStore } from '../cycle/cycle.store.js';
import { CLOCK } from '../platform/clock.js';
import { DeskService } from './desk.service.js';
import { fingerprint } from './fingerprint.js';
import { ReadingService, type Reader } from './reading.service.js';

/** Does something to a cycle, and tells what it was. */
export type Order<What> = (desk: Desk) => What;

export interface Consequences {
  /** Who gets a mail because of it, one each. */
  readonly told: readonly Recipient[];
  /** How many tasks begin and end with it. */
  readonly made: number;
  readonly cancelled: number;
}

/** What would be done, and what comes of it. Nothing has changed yet. */
export interface Plan<What> extends Consequences {
  readonly what: What;
  /** Given back with the order to do it: refused when something else would be done by then. */
  readonly shown: string;
  /** The cycle as it is. */
  readonly reader: Reader;
}

/** Shows first what an order would do, then takes it as it was shown. All of it is a coordinator's. */
@Injectable()
export class Plans {
  constructor(
    private readonly reading: ReadingService,
    private readonly desks: DeskService,
    private readonly cycles: CycleStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Refusal */
  async plan<What>(code: string, email: string, order: Order<What>): Promise<Plan<What>> {
    const [reader, standing] = await this.reading.coordinatorWith(code, email, (facts, tx) =>
      this.cycles.standing(tx, facts, this.clock.now()),
    );
    // A clock that was set back must not come before what has happened.
    const { what, ...consequences } = tried(
      order,
      standing,
      deskLike(reader, later(this.clock.now(), standing.tickedUntil)),
    );
    return { what, ...consequences, shown: fingerprint([what, consequences]), reader };
  }

  /**
   * @param shown of the plan that somebody has seen and wants; null: whatever comes of it
   * @throws Refusal changed_meanwhile, and what the order throws: then nothing has changed
   */
  async take<What>(
    code: string,
    email: string,
    order: Order<What>,
    shown: string | null = null,
  ): Promise<What> {
    return this.desks.coordinate(code, email, async (desk, tx) => {
      if (shown !== null) {
        const { facts, now } = desk.draft;
        const standing = await this.cycles.standing(tx, facts, now);
        const { what, ...consequences } = tried(order, standing, deskLike(desk, now));
        if (shown !== fingerprint([what, consequences])) throw new Refusal('changed_meanwhile');
      }
      return order(desk);
    });
  }
}

interface Trial {
  readonly now: Temporal.Instant;
  readonly desk: (draft: Draft) => Desk;
}

function deskLike(
  { dossier, instrument }: Pick<Desk, 'dossier' | 'instrument'>,
  now: Temporal.Instant,
): Trial {
  return { now, desk: (draft) => new Desk(dossier, draft, instrument, now) };
}

/** On a desk that nobody saves: so the rules themselves say what comes of it. */
function tried<What>(
  order: Order<What>,
  standing: Standing,
  { now, desk }: Trial,
): Consequences & { readonly what: What } {
  const done: { what: What | null } = { what: null };
  const preview = previewOf(standing, now, (draft) => {
    done.what = order(desk(draft));
  });
  return { what: done.what as What, ...consequencesOf(preview) };
}

function consequencesOf({ now, tasks }: Preview): Consequences {
  return {
    told: now.map(({ to }) => to),
    made: tasks.filter(({ before }) => before === null).length,
    cancelled: tasks.filter(
      ({ before, after }) => after?.state === 'cancelled' && before?.state !== 'cancelled',
    ).length,
  };
}
