import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SETTINGS, type Settings } from '../../platform/settings.js';
import { page } from '../page.js';
import { frameOf } from '../visit.js';
import { FormForged, SignInNeeded } from './sign-in-needed.js';
import { forgedView } from './sign-in.view.js';
import { signInWords } from './words.js';

/** Says to a person what a guard had against their request. */
@Catch(SignInNeeded, FormForged)
export class SignInFilter implements ExceptionFilter<SignInNeeded | FormForged> {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  catch(error: SignInNeeded | FormForged, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (error instanceof SignInNeeded) {
      response.redirect(303, `/masuk?next=${encodeURIComponent(error.next)}`);
      return;
    }
    const { language, here } = frameOf(host.switchToHttp().getRequest<Request>());
    const frame = { visitor: null, demonstration: !this.settings.production, language, here };
    response
      .status(403)
      .type('html')
      .send(page(signInWords[language].forged.title, forgedView(language), frame));
  }
}
