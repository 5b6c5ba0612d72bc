import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { PeoplePlans, type Order } from '../../../assessment/participants/people-plans.service.js';
import { ReadingService, type Participant } from '../../../assessment/reading.service.js';
import { authoriseCoordinator } from '../../../domain/assessment/actor.js';
import { Refusal, type RefusalCode } from '../../../domain/refusal.js';
import { html, type Html } from '../../../platform/html.js';
import { deskPage } from '../../desk-page.js';
import type { Visit } from '../../visit.js';
import { refusalText } from '../../words/refusals.js';
import { confirmView, type Confirmed } from './confirm.view.js';
import type { FormShown } from './form-parts.view.js';
import { formWords, type FieldProblem } from './form-words.js';
import { peoplePath } from './people-path.js';
import type { Done } from './people-words.js';
import { hasProblems, type FieldProblems } from './typed.js';

export interface Asked {
  readonly cycle: string;
  readonly visit: Visit;
  readonly response: Response;
}

interface Submitted<What> {
  readonly order: Order<What>;
  readonly done: Done;
  readonly title: string;
  readonly problems: FieldProblems;
  /** The field where a refusal is mended. */
  readonly fields: Partial<Record<RefusalCode, string>>;
  /** The form with what was typed. */
  readonly again: (shown: FormShown, participant: Participant) => Html;
}

interface Destructive<What> {
  readonly order: Order<What>;
  readonly done: Done;
  /** What to open then; else the page of people. */
  readonly next?: string;
  /** What to say of it, from what it is. */
  readonly about: (what: What) => Omit<Confirmed, 'isStale'>;
}

/** What the forms of people have in common. */
@Injectable()
export class PeopleForms {
  constructor(
    private readonly reading: ReadingService,
    private readonly plans: PeoplePlans,
  ) {}

  /** @throws Refusal not_found, not_allowed */
  async open({ cycle, visit }: Asked): Promise<Participant> {
    const participant = await this.reading.participant(cycle, visit.visitor.email);
    authoriseCoordinator(participant.actor);
    return participant;
  }

  shown({ cycle, visit: { language, proof } }: Asked): FormShown {
    return { language, proof, path: peoplePath(cycle), problems: {}, message: null };
  }

  async show(asked: Asked, title: string, content: Html, status = 200): Promise<void> {
    const { cycle, visit, response } = asked;
    const { actor } = await this.open(asked);
    response
      .status(status)
      .type('html')
      .send(deskPage(title, content, visit, { actor, cycle }));
  }

  /** Done, or shown again with what was typed and what is wrong with it. */
  async submit<What>(asked: Asked, submitted: Submitted<What>): Promise<void> {
    const { order, done, title, problems, fields, again } = submitted;
    const participant = await this.open(asked);
    const shown = { ...this.shown(asked), problems };
    if (hasProblems(problems)) {
      await this.show(asked, title, again(shown, participant), 422);
      return;
    }
    try {
      await this.plans.take(asked.cycle, asked.visit.visitor.email, order);
      asked.response.redirect(303, `${shown.path}?selesai=${done}`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const field = fields[error.code];
      const message = field === undefined ? refusalText(error, shown.language) : null;
      const mended = field === undefined ? {} : { [field]: error.code as FieldProblem };
      const content = again({ ...shown, problems: mended, message }, participant);
      await this.show(asked, title, content, field === undefined ? 409 : 422);
    }
  }

  /** Says first what would come of it. */
  async confirm<What>(
    asked: Asked,
    { order, about }: Destructive<What>,
    isStale = false,
  ): Promise<void> {
    const { cycle, visit } = asked;
    await this.orRefused(asked, async () => {
      const plan = await this.plans.plan(cycle, visit.visitor.email, order);
      const content = confirmView(plan, { ...about(plan.what), isStale }, this.shown(asked));
      const title = formWords[visit.language].confirm;
      await this.show(asked, title, content, isStale ? 409 : 200);
    });
  }

  /** Only as it was shown. */
  async confirmed<What>(asked: Asked, what: Destructive<What>, shown: string): Promise<void> {
    const { cycle, visit, response } = asked;
    await this.orRefused(asked, async () => {
      try {
        await this.plans.take(cycle, visit.visitor.email, what.order, shown);
        response.redirect(303, what.next ?? `${peoplePath(cycle)}?selesai=${what.done}`);
      } catch (error) {
        if (!(error instanceof Refusal && error.code === 'changed_meanwhile')) throw error;
        await this.confirm(asked, what, true);
      }
    });
  }

  /** A rule's no is said with the way back, and what to do. */
  private async orRefused(asked: Asked, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const isToBeSaid = error instanceof Refusal && !/^not_(found|allowed)$/.test(error.code);
      if (!isToBeSaid) throw error;
      const { language, path } = this.shown(asked);
      const text = refusalText(error, language);
      const units = error.detail['units'];
      const content = html`<section>
        <h1>${text}</h1>
        ${units !== undefined && html`<p>${units}</p>`}
        <p><a href="${path}">${formWords[language].back}</a></p>
      </section>`;
      await this.show(asked, text, content, error.code.startsWith('unknown_') ? 404 : 409);
    }
  }
}
