import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
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
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.keeper.ready();
    if ((await this.cycles.all()).length > 0) return;
    const folder = new ConfigFolder(this.settings.configFolder);
    const people = loadPeople(folder, 'pekalongan');
    await this.service.load({ ...loadCycle(folder, 'spbe-2025'), people }, 'siklus');
  }
}
