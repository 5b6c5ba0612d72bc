import { Injectable } from '@nestjs/common';
import { Plans, type Order } from '../../../assessment/plans.service.js';
import { ReadingService, type Participant } from '../../../assessment/reading.service.js';
import { Refusal, type RefusalCode } from '../../../domain/refusal.js';
import type { Html } from '../../../platform/html.js';
import { deskPage } from '../../desk-page.js';
import { refusalText } from '../../words/refusals.js';
import type { Asked } from './confirmations.service.js';
import type { FormShown } from './form-parts.view.js';
import type { FieldProblem } from './form-words.js';
import { peoplePath } from './people-path.js';
import type { Done } from './people-words.js';
import { hasProblems, type FieldProblems } from './typed.js';

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

/** What the forms of people have in common. */
@Injectable()
export class PeopleForms {
  constructor(
    private readonly reading: ReadingService,
    private readonly plans: Plans,
  ) {}

  /** @throws Refusal not_found, not_allowed */
  open({ cycle, visit }: Asked): Promise<Participant> {
    return this.reading.asCoordinator(cycle, visit.visitor.email);
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
}
