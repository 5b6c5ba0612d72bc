import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CycleStore } from '../cycle/cycle.store.js';
import { JournalStore } from '../cycle/journal.store.js';
import {
  cycleCalendar,
  officesOf,
  personalCalendar,
  type Recorded,
} from '../domain/personal-calendar.js';
import type { CycleCalendar } from '../notice/calendar/calendar-text.js';
import { PeopleStore } from '../people/people.store.js';

@Injectable()
export class CalendarService {
  constructor(
    private readonly cycles: CycleStore,
    private readonly journal: JournalStore,
    private readonly people: PeopleStore,
  ) {}

  /** Of every cycle that knows the address; of who has left, nothing. */
  async of(email: string): Promise<CycleCalendar[]> {
    const calendars: CycleCalendar[] = [];
    for (const code of await this.people.cyclesOf(email)) {
      calendars.push(await this.one(code, email));
    }
    return calendars;
  }

  /** The phases of a cycle. */
  ofCycle(code: string): Promise<CycleCalendar> {
    return this.cycles.read(code, async (facts, tx) => {
      const recorded = await this.recorded(tx, code, { units: [], assessors: [] });
      return { cycle: facts.cycle, items: cycleCalendar(facts, recorded) };
    });
  }

  private one(code: string, email: string): Promise<CycleCalendar> {
    return this.cycles.read(code, async (facts, tx) => {
      const recorded = await this.recorded(tx, code, officesOf(facts.people, email));
      return { cycle: facts.cycle, items: personalCalendar(facts, email, recorded) };
    });
  }

  private async recorded(
    tx: EntityManager,
    code: string,
    offices: ReturnType<typeof officesOf>,
  ): Promise<Recorded> {
    const changes = await this.journal.changes(tx, code, offices);
    return { changes, removed: await this.journal.removedPhases(tx, code) };
  }
}
