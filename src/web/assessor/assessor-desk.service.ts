import { Injectable } from '@nestjs/common';
import { ReadingService } from '../../assessment/reading.service.js';
import { Refusal } from '../../domain/refusal.js';
import type { Html } from '../../platform/html.js';
import { OverviewService } from '../../report/overview.service.js';
import { queueOf, type ReviewInQueue } from '../../report/review-queue.js';
import { deskPage } from '../desk-page.js';
import type { Visit } from '../visit.js';
import type { ReviewedIndicatorPath, ReviewPath } from '../../api/paths.js';
import { queueView } from './queue.view.js';
import { storedIn, typedIn, type ReviewForm } from './read-review.js';
import { reviewView } from './review.view.js';
import { words } from './words.js';

/** What a page says, and what was typed when it is shown again. */
interface Told {
  readonly message?: Html | null;
  readonly levelError?: string;
  readonly form?: ReviewForm | null;
}

/** Puts the pages of an assessor's desk together. */
@Injectable()
export class AssessorDesk {
  constructor(
    private readonly overviews: OverviewService,
    private readonly reading: ReadingService,
  ) {}

  async queue(cycle: string, visit: Visit, message: Html | null): Promise<string> {
    const overview = await this.overviews.of(cycle, visit.visitor.email);
    const { actor, facts } = overview;
    if (actor.assessor === null) throw new Refusal('not_found', { cycle });
    const { language, proof } = visit;
    const content = queueView(queueOf(overview), {
      ...{ language, proof, message, path: deskPath(cycle) },
      titles: new Map(facts.phases.map(({ code, title }) => [code, title])),
      unitNames: new Map(facts.people.units.map(({ code, name }) => [code, name])),
    });
    return deskPage(words[language].queue, content, visit, { actor, cycle });
  }

  async review(
    { cycle, phase, unit, indicator }: ReviewedIndicatorPath,
    visit: Visit,
    { message = null, levelError = '', form = null }: Told,
  ): Promise<string> {
    const overview = await this.overviews.of(cycle, visit.visitor.email);
    const own = queueOf(overview).find(({ task }) => task.phase === phase && task.unit === unit);
    const answer = own?.answers.find(({ sheet }) => sheet.indicator.no === indicator);
    if (!own || !answer?.review) throw new Refusal('not_found', { phase, unit });
    const sheet = await this.reading.sheetFor(overview, indicator);
    const { language, proof } = visit;
    const content = reviewView(sheet, answer.review, {
      ...{ language, proof, message, levelError, desk: deskPath(cycle) },
      said: form ? typedIn(form, sheet) : storedIn(answer.review, sheet),
      base: reviewPath({ cycle, phase, unit }),
      review: { phase, unit },
      ...neighbours(own, indicator),
    });
    const { actor } = overview;
    return deskPage(`${indicator}`, content, visit, { actor, cycle });
  }

  /** The answer after this one; null after the last. */
  async next(
    { cycle, phase, unit, indicator }: ReviewedIndicatorPath,
    email: string,
  ): Promise<number | null> {
    const queue = queueOf(await this.overviews.of(cycle, email));
    const own = queue.find(({ task }) => task.phase === phase && task.unit === unit);
    return own ? neighbours(own, indicator).next : null;
  }
}

function neighbours({ answers }: ReviewInQueue, indicator: number) {
  const numbers = answers.map(({ sheet }) => sheet.indicator.no);
  const place = numbers.indexOf(indicator);
  return { previous: numbers[place - 1] ?? null, next: numbers[place + 1] ?? null };
}

export function deskPath(cycle: string): string {
  return `/asesor/${encodeURIComponent(cycle)}`;
}

export function reviewPath({ cycle, phase, unit }: ReviewPath): string {
  return `${deskPath(cycle)}/${encodeURIComponent(phase)}/${encodeURIComponent(unit)}`;
}
