import { Inject, Injectable } from '@nestjs/common';
import { advance } from '../../domain/advance.js';
import { Desk } from '../../domain/assessment/desk.js';
import type { Clock } from '../../domain/clock.js';
import { Draft } from '../../domain/draft.js';
import { calendarItself } from '../../domain/journal.js';
import type { Recipient } from '../../domain/notice.js';
import { Refusal } from '../../domain/refusal.js';
import { mailsBecauseOf } from '../../domain/told-by.js';
import { CLOCK } from '../../platform/clock.js';
import { DeskService } from '../desk.service.js';
import { fingerprint } from '../fingerprint.js';
import { ReadingService, type Reader } from '../reading.service.js';
import type { SpreadsheetFile } from '../import/spreadsheet.js';
import { exportPeople } from './export-people.js';
import { applyPeople, peopleDifference, type PeopleDifference } from './people-difference.js';
import { readPeople } from './read-people.js';

/** Does something to who takes part, and tells what it was. */
export type Order<What> = (desk: Desk) => What;

export interface Consequences {
  /** Who gets a mail because of it, one each. */
  readonly told: readonly Recipient[];
  /** How many tasks begin and end with it. */
  readonly made: number;
  readonly cancelled: number;
}

/** What would be done, and what comes of it. Nothing has changed yet. */
export interface PeoplePlan<What> extends Consequences {
  readonly what: What;
  /** Given back with the order to do it: refused when something else would be done by then. */
  readonly shown: string;
  /** The cycle as it is. */
  readonly reader: Reader;
}

/** Changes who takes part, and shows first what that would do. All of it is a coordinator's. */
@Injectable()
export class PeoplePlans {
  constructor(
    private readonly reading: ReadingService,
    private readonly desks: DeskService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Tried on a desk that nobody saves: so the rules themselves say what comes of it. @throws Refusal */
  async plan<What>(code: string, email: string, order: Order<What>): Promise<PeoplePlan<What>> {
    const reader = await this.reading.coordinator(code, email);
    const desk = this.trial(reader);
    const what = order(desk);
    const consequences = consequencesOf(desk.draft);
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
    return this.desks.coordinate(code, email, (desk) => {
      const what = order(desk);
      const isShown = shown === null || shown === fingerprint([what, consequencesOf(desk.draft)]);
      if (!isShown) throw new Refusal('changed_meanwhile');
      return what;
    });
  }

  /** @throws InputError for all that is wrong in the file; Refusal */
  async ofImport(
    code: string,
    email: string,
    file: SpreadsheetFile,
  ): Promise<PeoplePlan<PeopleDifference>> {
    return this.plan(code, email, await this.importOrder(code, email, file));
  }

  /** @throws InputError, Refusal: then nothing has changed */
  async takeImport(
    code: string,
    email: string,
    file: SpreadsheetFile,
    shown: string,
  ): Promise<PeopleDifference> {
    return this.take(code, email, await this.importOrder(code, email, file), shown);
  }

  /** A workbook that, taken back, changes nothing. */
  async export(code: string, email: string): Promise<Buffer> {
    const { facts } = await this.reading.coordinator(code, email);
    return exportPeople(facts.people);
  }

  /** The file is read before the lock: a large one takes a while, and the calendar goes on. */
  private async importOrder(
    code: string,
    email: string,
    file: SpreadsheetFile,
  ): Promise<Order<PeopleDifference>> {
    const { facts } = await this.reading.coordinator(code, email);
    const imported = await readPeople(file, facts.people);
    return ({ draft }) => {
      const difference = peopleDifference(imported, draft.facts.people);
      applyPeople(draft, difference);
      return difference;
    };
  }

  /** With what the calendar has moved by now, as it is before every change. */
  private trial({ facts, dossier, instrument, actor }: Reader): Desk {
    const now = this.clock.now();
    const calendar = new Draft(facts, now, calendarItself);
    advance(calendar);
    return new Desk(dossier, new Draft(calendar.facts, now, actor.name), instrument, now);
  }
}

function consequencesOf(draft: Draft): Consequences {
  const moved = draft.decision().journal.filter(({ what }) => what === 'task');
  return {
    told: mailsBecauseOf(draft).map(({ to }) => to),
    made: moved.filter(({ from }) => from === null).length,
    cancelled: moved.filter(({ to }) => to === 'cancelled').length,
  };
}
