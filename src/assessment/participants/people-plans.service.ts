import { Injectable } from '@nestjs/common';
import type { SpreadsheetFile } from '../import/spreadsheet.js';
import { Plans, type Order, type Plan } from '../plans.service.js';
import { ReadingService } from '../reading.service.js';
import { exportPeople } from './export-people.js';
import { applyPeople, peopleDifference, type PeopleDifference } from './people-difference.js';
import { readPeople } from './read-people.js';

/** Who takes part, from a spreadsheet and into one. All of it is a coordinator's. */
@Injectable()
export class PeoplePlans {
  constructor(
    private readonly reading: ReadingService,
    private readonly plans: Plans,
  ) {}

  /** @throws InputError for all that is wrong in the file; Refusal */
  async ofImport(
    code: string,
    email: string,
    file: SpreadsheetFile,
  ): Promise<Plan<PeopleDifference>> {
    return this.plans.plan(code, email, await this.importOrder(code, email, file));
  }

  /** @throws InputError, Refusal: then nothing has changed */
  async takeImport(
    code: string,
    email: string,
    file: SpreadsheetFile,
    shown: string,
  ): Promise<PeopleDifference> {
    return this.plans.take(code, email, await this.importOrder(code, email, file), shown);
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
}
