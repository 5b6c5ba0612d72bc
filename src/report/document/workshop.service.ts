import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Clock } from '../../domain/clock.js';
import { CLOCK, SERVER_CLOCK } from '../../platform/clock.js';
import { DocumentClaims, type ClaimedDocument } from './document-claims.store.js';
import type { ReportFormat } from './report-format.js';
import type { Report } from './report.js';
import { reportPdf } from './report-pdf.js';
import { reportSheet } from './report-sheet.js';

const makers: Readonly<Record<ReportFormat, (report: Report) => Promise<Buffer>>> = {
  pdf: reportPdf,
  xlsx: reportSheet,
};

/** Makes the documents that were asked for. */
@Injectable()
export class Workshop {
  private readonly log = new Logger(Workshop.name);

  constructor(
    private readonly claims: DocumentClaims,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SERVER_CLOCK) private readonly server: Clock,
  ) {}

  /** One after the other, until nothing is left that nobody else makes. */
  async makeAll(): Promise<void> {
    while (await this.make(null));
  }

  /** @returns whether there was something to make */
  async make(id: string | null): Promise<boolean> {
    const claimed = await this.claims.claim(this.server.now(), id);
    if (!claimed) return false;
    try {
      await this.produce(claimed);
    } catch (error) {
      this.log.error(`document ${claimed.id} cannot be made`, error);
      await this.claims.failed(claimed, 'failed');
    }
    return true;
  }

  private async produce(claimed: ClaimedDocument): Promise<void> {
    const report = await this.claims.report(claimed.report);
    await this.claims.progress(claimed, 30);
    const file = await makers[claimed.format](report);
    await this.claims.progress(claimed, 90);
    await this.claims.done(claimed, file, this.clock.now());
  }
}
