import { Injectable } from '@nestjs/common';
import { ExtensionRequests } from '../../assessment/extension/extension-requests.service.js';
import { EarlierWorks } from '../../assessment/earlier-work.service.js';
import { ReadingService } from '../../assessment/reading.service.js';
import { takenOver } from '../../domain/assessment/taken-over.js';
import { mayOpenLetter } from '../../domain/extension/access.js';
import { Refusal } from '../../domain/refusal.js';
import type { Html } from '../../platform/html.js';
import { OverviewService, type Overview } from '../../report/overview.service.js';
import type { UnitProgress } from '../../report/progress.js';
import { deskPage } from '../desk-page.js';
import type { Language } from '../language.js';
import type { Visit } from '../visit.js';
import { answerView, type AnswerShown } from './answer.view.js';
import { deskView } from './desk.view.js';
import { extensionsView, type TriedRequest } from './extension.view.js';
import { offerView, takenView } from './start.view.js';

export interface Place {
  readonly cycle: string;
  readonly unit: string;
}

/** What a page says and holds after something was not taken. */
type Kept = Partial<Pick<AnswerShown, 'message' | 'typed' | 'untaken'>>;

/** By the numbers of this cycle's indicators, and the code of the earlier one. */
export interface Taken {
  readonly indicators: readonly number[];
  readonly cycle: string;
}

/** What a desk says after something was done, or was not. */
interface DeskTold {
  readonly message?: Html | null;
  /** A request for more time that was not taken. */
  readonly tried?: TriedRequest | null;
  /** Of an earlier cycle. */
  readonly taken?: Taken | null;
}

/** Puts the pages of a unit's desk together. */
@Injectable()
export class UnitDesk {
  constructor(
    private readonly overviews: OverviewService,
    private readonly reading: ReadingService,
    private readonly requests: ExtensionRequests,
    private readonly earlier: EarlierWorks,
  ) {}

  async desk(
    { cycle, unit }: Place,
    visit: Visit,
    { message = null, tried = null, taken = null }: DeskTold,
  ): Promise<string> {
    const { overview, own } = await this.read({ cycle, unit }, visit);
    const { actor, facts } = overview;
    const { language, proof, visitor } = visit;
    const mayWrite = actor.adminOf.includes(unit);
    const shown = { language, path: pathOf({ cycle, unit }), proof, message, mayWrite };
    const offer = await this.earlier.offered(overview, unit);
    const requests = await this.requests.seenBy(overview);
    const extensions = extensionsView({
      ...{ ...shown, facts, unit, requests, visitor, tried },
      mayOpenLetter: mayOpenLetter(actor, { unit }),
    });
    const content = deskView(overview, own, {
      ...{ ...shown, extensions },
      message: taken ? takenMessage(overview, own, taken, language) : message,
      offer: offer !== null && offerView(offer, shown),
    });
    return deskPage(own.unit.name, content, visit, { actor, cycle });
  }

  async answer(
    { cycle, unit }: Place,
    no: number,
    visit: Visit,
    { message = null, typed = null, untaken = null }: Kept,
  ): Promise<string> {
    const { overview, own } = await this.read({ cycle, unit }, visit);
    const sheet = await this.reading.sheetFor(overview, no);
    const { actor } = overview;
    const isOwn = actor.adminOf.includes(unit);
    const isOpen =
      sheet.answer === null || ['draft', 'returned', 'revising'].includes(sheet.answer.state);
    const { previous, next } = neighbours(own, no);
    const shown: AnswerShown = {
      ...{ unit, message, typed, untaken, previous, next, visitor: visit.visitor },
      ...{ language: visit.language, proof: visit.proof, desk: pathOf({ cycle, unit }) },
      mayAnswer: isOwn && isOpen && sheet.responsibility.lead === unit,
      mayAttach: isOwn && isOpen,
    };
    return deskPage(`${no}`, answerView(sheet, shown), visit, { actor, cycle });
  }

  /** @throws Refusal not_found for who is nothing to the unit */
  private async read(
    { cycle, unit }: Place,
    { visitor }: Visit,
  ): Promise<{ overview: Overview; own: UnitProgress }> {
    const overview = await this.overviews.of(cycle, visitor.email);
    const { coordinator, adminOf, headOf } = overview.actor;
    const own = overview.progress.units.find((each) => each.unit.code === unit);
    const maySee = coordinator || adminOf.includes(unit) || headOf.includes(unit);
    if (!own || !maySee) throw new Refusal('not_found', { unit });
    return { overview, own };
  }
}

function takenMessage(
  { dossier }: Overview,
  own: UnitProgress,
  { indicators, cycle }: Taken,
  language: Language,
): Html {
  const led = own.indicators.map(({ indicator }) => indicator.no);
  const taken = led.filter((no) => indicators.includes(no));
  return takenView(takenOver(dossier, taken, cycle), cycle, language);
}

/** Indicators before and after, of those that the unit leads. */
function neighbours({ indicators }: UnitProgress, no: number) {
  const numbers = indicators.map(({ indicator }) => indicator.no);
  const place = numbers.indexOf(no);
  return {
    previous: place < 0 ? null : (numbers[place - 1] ?? null),
    next: place < 0 ? null : (numbers[place + 1] ?? null),
  };
}

export function pathOf({ cycle, unit }: Place): string {
  return `/opd/${encodeURIComponent(cycle)}/${encodeURIComponent(unit)}`;
}
