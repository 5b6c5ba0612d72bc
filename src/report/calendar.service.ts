import { Injectable } from '@nestjs/common';
import { CycleStore } from '../cycle/cycle.store.js';
import { JournalStore } from '../cycle/journal.store.js';
import type { Cycle } from '../domain/cycle.js';
import { officesOf, personalCalendar, type CalendarItem } from '../domain/personal-calendar.js';
import { PeopleStore } from '../people/people.store.js';

/** What one cycle has for one person. */
export interface CycleCalendar {
  readonly cycle: Cycle;
  readonly items: readonly CalendarItem[];
}

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

  private one(code: string, email: string): Promise<CycleCalendar> {
    return this.cycles.read(code, async (facts, tx) => {
      const changes = await this.journal.changes(tx, code, officesOf(facts.people, email));
      return { cycle: facts.cycle, items: personalCalendar(facts, email, changes) };
    });
  }
}
