import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AssignmentsService } from '../../assessment/assignments.service.js';
import { loadCycle } from '../../cycle/cycle-file.js';
import { CycleService } from '../../cycle/cycle.service.js';
import { CycleStore } from '../../cycle/cycle.store.js';
import { loadPeople } from '../../people/people-file.js';
import { ConfigFolder } from '../../platform/config-folder.js';
import { SETTINGS, type Settings } from '../../platform/settings.js';
import { ClockKeeper } from './clock-keeper.js';

/** A first start shows the year of a real city; later starts leave alone what was made of it. */
@Injectable()
export class ExampleCycle implements OnModuleInit {
  constructor(
    // Injected so that the clock stands right before anything is loaded by it.
    private readonly keeper: ClockKeeper,
    private readonly cycles: CycleStore,
    private readonly service: CycleService,
    private readonly assignments: AssignmentsService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.keeper.ready();
    if ((await this.cycles.all()).length > 0) return;
    const folder = new ConfigFolder(this.settings.configFolder);
    const people = loadPeople(folder, 'pekalongan');
    const isNew = await this.service.load({ ...loadCycle(folder, 'spbe-2025'), people }, 'siklus');
    const [coordinator] = people.coordinators;
    if (isNew && coordinator) await this.assign(coordinator.email);
  }

  /** Who leads what, as a coordinator would have taken it from a spreadsheet in June. */
  private async assign(coordinator: string): Promise<void> {
    const file = join(this.settings.configFolder, 'assignments', 'pekalongan.csv');
    const spreadsheet = { name: 'pekalongan.csv', bytes: await readFile(file) };
    await this.assignments.takeImport('spbe-2025', coordinator, spreadsheet);
  }
}
