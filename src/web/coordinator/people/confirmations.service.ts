import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Plans, type Order } from '../../../assessment/plans.service.js';
import { ReadingService } from '../../../assessment/reading.service.js';
import type { Actor } from '../../../domain/assessment/actor.js';
import { Refusal } from '../../../domain/refusal.js';
import { html, type Html } from '../../../platform/html.js';
import { deskPage } from '../../desk-page.js';
import { isChangedMeanwhile } from '../../refused-beside.js';
import type { Visit } from '../../visit.js';
import { refusalText } from '../../words/refusals.js';
import { confirmView, type Confirmed } from './confirm.view.js';
import { formWords } from './form-words.js';

export interface Asked {
  readonly cycle: string;
  readonly visit: Visit;
  readonly response: Response;
}

/** What is done only after a look at what comes of it. */
export interface Destructive<What> {
  readonly order: Order<What>;
  /** What to open when it is not to be done, and when it is done. */
  readonly back: string;
  readonly next: string;
  /** What to say of it, from what it is. */
  readonly about: (what: What) => Omit<Confirmed, 'isStale'>;
}

interface Page {
  readonly status: number;
  readonly title: string;
  readonly content: Html;
}

/** A page between a button and what it does. */
@Injectable()
export class Confirmations {
  constructor(
    private readonly reading: ReadingService,
    private readonly plans: Plans,
  ) {}

  /** Says first what would come of it. */
  async confirm<What>(asked: Asked, what: Destructive<What>): Promise<void> {
    await this.orRefused(asked, what, () => this.show(asked, what, false));
  }

  /** Only as it was shown. */
  async confirmed<What>(asked: Asked, what: Destructive<What>, shown: string): Promise<void> {
    const { cycle, visit, response } = asked;
    await this.orRefused(asked, what, async () => {
      try {
        await this.plans.take(cycle, visit.visitor.email, what.order, shown);
        response.redirect(303, what.next);
      } catch (error) {
        if (!isChangedMeanwhile(error)) throw error;
        await this.show(asked, what, true);
      }
    });
  }

  private async show<What>(
    asked: Asked,
    { order, about, back }: Destructive<What>,
    isStale: boolean,
  ): Promise<void> {
    const { cycle, visit } = asked;
    const plan = await this.plans.plan(cycle, visit.visitor.email, order);
    const shown = { language: visit.language, proof: visit.proof, path: back };
    send(asked, plan.reader.actor, {
      status: isStale ? 409 : 200,
      title: formWords[visit.language].confirm,
      content: confirmView(plan, { ...about(plan.what), isStale }, shown),
    });
  }

  /** A rule's no is said with the way back, and what to do. */
  private async orRefused<What>(
    asked: Asked,
    { back }: Destructive<What>,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      const isToBeSaid = error instanceof Refusal && !/^not_(found|allowed)$/.test(error.code);
      if (!isToBeSaid) throw error;
      const { cycle, visit } = asked;
      const { actor } = await this.reading.participant(cycle, visit.visitor.email);
      const title = refusalText(error, visit.language);
      const units = error.detail['units'];
      const content = html`<section>
        <h1>${title}</h1>
        ${units !== undefined && html`<p>${units}</p>`}
        <p><a href="${back}">${formWords[visit.language].back}</a></p>
      </section>`;
      send(asked, actor, { status: error.code.startsWith('unknown_') ? 404 : 409, title, content });
    }
  }
}

function send({ cycle, visit, response }: Asked, actor: Actor, page: Page): void {
  const { status, title, content } = page;
  response
    .status(status)
    .type('html')
    .send(deskPage(title, content, visit, { actor, cycle }));
}
