import { Inject, Injectable } from '@nestjs/common';
import { ResultService } from '../../assessment/result.service.js';
import { ReadingService, type Participant } from '../../assessment/reading.service.js';
import type { Clock } from '../../domain/clock.js';
import { Refusal } from '../../domain/refusal.js';
import { CLOCK } from '../../platform/clock.js';
import { ReportBeat } from './report-beat.js';
import { ReportDocuments, type ListedDocument } from './report-documents.store.js';
import type { ReportFormat } from './report-format.js';
import { ReportGatherer } from './report-gatherer.service.js';

const mostListed = 30;

export interface ReportFile {
  readonly name: string;
  readonly format: ReportFormat;
  readonly content: Buffer;
}

/** Reports as people ask for them: coordinators any, heads of units the published one. */
@Injectable()
export class Reports {
  constructor(
    private readonly reading: ReadingService,
    private readonly results: ResultService,
    private readonly gatherer: ReportGatherer,
    private readonly documents: ReportDocuments,
    private readonly beat: ReportBeat,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Of the result, or a draft of now. @returns the document, which may be done already
   * @throws Refusal not_found, not_allowed, result_altered
   */
  async ask(cycle: string, who: string, format: ReportFormat): Promise<ListedDocument> {
    await this.reading.asCoordinator(cycle, who);
    // Nothing that can no longer be traced is handed to anybody with our hash on it.
    const published = await this.results.published(cycle);
    if (published && !published.holds) throw new Refusal('result_altered');
    const report = await this.gatherer.gathered(cycle);
    const id = await this.documents.ask(report, { format, who, now: this.clock.now() });
    this.beat.go();
    return this.found(cycle, id);
  }

  /** The newest first. @throws Refusal not_found, not_allowed */
  async list(
    cycle: string,
    email: string,
  ): Promise<Participant & { readonly documents: readonly ListedDocument[] }> {
    const participant = await this.reading.asCoordinator(cycle, email);
    return { ...participant, documents: await this.documents.list(cycle, mostListed) };
  }

  /** For who may read the result. */
  published(cycle: string): Promise<ListedDocument[]> {
    return this.documents.published(cycle);
  }

  /** One that is done. @throws Refusal not_found, also for who may not have it */
  async file(cycle: string, email: string, id: string): Promise<ReportFile> {
    const { actor } = await this.reading.participant(cycle, email);
    const found = await this.found(cycle, id);
    const isFor = actor.coordinator || (actor.headOf.length > 0 && found.kind === 'published');
    const content = isFor ? await this.documents.file(id) : null;
    if (!content) throw new Refusal('not_found', { report: id });
    return { name: nameOf(cycle, found), format: found.format, content };
  }

  private async found(cycle: string, id: string): Promise<ListedDocument> {
    const found = await this.documents.find(cycle, id);
    if (!found) throw new Refusal('not_found', { report: id });
    return found;
  }
}

/** `laporan-spbe-2025-draf-1482.pdf` */
function nameOf(cycle: string, { format, kind, entries }: ListedDocument): string {
  const what = format === 'pdf' ? 'laporan' : 'kertas-kerja';
  return `${what}-${cycle}${kind === 'draft' ? `-draf-${entries}` : ''}.${format}`;
}
