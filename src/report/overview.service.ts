import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { ReadingService, type Reader } from '../assessment/reading.service.js';
import type { Clock } from '../domain/clock.js';
import { figuresOf, type Figures } from '../domain/assessment/figures.js';
import { asSeenBy } from '../domain/assessment/blind.js';
import { CLOCK } from '../platform/clock.js';
import { progressOf, type Progress } from './progress.js';
import { timelinePicture, type TimelinePicture } from './timeline-picture.js';

/** A cycle as the desks show it: one reading of everything, of one instant. */
export interface Overview extends Reader {
  readonly now: Temporal.Instant;
  readonly progress: Progress;
  readonly figures: Figures;
  readonly timeline: TimelinePicture | null;
}

@Injectable()
export class OverviewService {
  constructor(
    private readonly reading: ReadingService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws UnknownCycle; Refusal not_found for who has no part in it */
  async of(code: string, email: string): Promise<Overview> {
    const reader = await this.reading.reader(code, email);
    const { facts, instrument, actor } = reader;
    // Two assessors of one unit work blind: here too.
    const dossier = asSeenBy(actor, facts, reader.dossier);
    const now = this.clock.now();
    return {
      ...reader,
      dossier,
      now,
      progress: progressOf(facts, instrument, dossier, now),
      figures: figuresOf(facts, instrument, dossier),
      timeline: timelinePicture(facts, now),
    };
  }
}
