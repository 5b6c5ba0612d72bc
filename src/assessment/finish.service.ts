import { Inject, Injectable } from '@nestjs/common';
import { CycleService } from '../cycle/cycle.service.js';
import type { Clock } from '../domain/clock.js';
import type { FinishTask } from '../domain/commands/command.js';
import type { Facts } from '../domain/cycle.js';
import { CLOCK } from '../platform/clock.js';
import { ConfigFolder } from '../platform/config-folder.js';
import { SETTINGS, type Settings } from '../platform/settings.js';
import { loadInstrument } from './instrument-file.js';
import { claimedLevels, resultOf } from './result.js';

export type FinishRequest = Omit<FinishTask, 'do' | 'acceptedAt' | 'result'>;

@Injectable()
export class FinishService {
  private readonly folder: ConfigFolder;

  constructor(
    private readonly cycles: CycleService,
    @Inject(SETTINGS) settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.folder = new ConfigFolder(settings.configFolder);
  }

  /**
   * Finishes a task; the report's publishes the result. A review without levels of its own verifies what
   * the unit claims.
   * @throws Refusal, UnknownCycle
   */
  async finish(code: string, who: string, request: FinishRequest): Promise<void> {
    // Rule 8: the instant of the request decides, however long it then waits for the lock.
    const acceptedAt = this.clock.now();
    await this.cycles.perform(code, who, (facts) => ({
      ...request,
      ...this.filledIn(facts, request),
      do: 'finish',
      acceptedAt,
    }));
  }

  private filledIn(facts: Facts, { phase: code, unit, levels }: FinishRequest) {
    const kind = facts.phases.find((phase) => phase.code === code)?.kind;
    const isSilent = Object.keys(levels).length === 0;
    return {
      levels: kind === 'review' && unit && isSilent ? claimedLevels(facts, unit) : levels,
      result:
        kind === 'report'
          ? resultOf(facts, loadInstrument(this.folder, facts.cycle.instrument))
          : null,
    };
  }
}
