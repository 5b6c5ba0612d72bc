import { Body, Controller, Get, Inject, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { isEmail } from 'class-validator';
import type { Request, Response } from 'express';
import { SignInMailService } from '../../notice/sign-in-mail.service.js';
import { OidcService } from '../../people/sign-in/oidc.service.js';
import { SignInRefused } from '../../people/sign-in/sign-in-refused.js';
import { SignInService } from '../../people/sign-in/sign-in.service.js';
import type { Clock } from '../../domain/clock.js';
import { SERVER_CLOCK } from '../../platform/clock.js';
import { localPath } from '../../platform/local-path.js';
import type { Language } from '../language.js';
import { page, type Frame } from '../page.js';
import { SignInForm } from './forms.js';
import { answerTo } from './refused.js';
import { Framed, VisitorGuard } from './session.guard.js';
import { sentView, signInView, type SignInShown } from './sign-in.view.js';
import { Threshold } from './threshold.js';
import { refusals } from './refusal-words.js';
import { signInWords } from './words.js';

/** Masuk: by password, or by asking for a link. */
@Controller('masuk')
@UseGuards(VisitorGuard)
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    private readonly mail: SignInMailService,
    private readonly oidc: OidcService,
    private readonly threshold: Threshold,
    @Inject(SERVER_CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  form(
    @Query() { next, galat }: Record<string, unknown>,
    @Framed() frame: Frame,
    @Res() response: Response,
  ): void {
    const path = localPath(next);
    if (frame.visitor) response.redirect(303, path);
    else this.show(response, frame, { next: path, message: elsewhere(galat, frame.language) });
  }

  @Post()
  async withPassword(
    @Body() { email, password, next }: SignInForm,
    @Framed() frame: Frame,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const path = localPath(next);
    const typed = { next: path, email };
    const { language } = frame;
    const errors = {
      ...emailError(email, language),
      ...(password === '' ? { password: signInWords[language].signIn.noPassword } : {}),
    };
    if (Object.keys(errors).length > 0) {
      this.show(response.status(422), frame, { ...typed, errors });
      return;
    }
    try {
      const knock = this.threshold.knockOf(request);
      this.threshold.letIn(
        response,
        await this.signIn.withPassword(email.trim(), password, knock),
        path,
      );
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      const said = answerTo(error, response, this.clock.now(), frame.language);
      this.show(response, frame, { ...typed, errors: { password: said } });
    }
  }

  /** Says the same whoever asks for whom. */
  @Post('tautan')
  async askForLink(
    @Body() { email, next }: SignInForm,
    @Framed() frame: Frame,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const path = localPath(next);
    const typed = { next: path, email };
    const errors = emailError(email, frame.language);
    if (errors.email) {
      this.show(response.status(422), frame, { ...typed, errors });
      return;
    }
    try {
      await this.signIn.countLink(email.trim(), this.threshold.knockOf(request));
      this.mail.post(email.trim(), path);
      response.redirect(303, '/masuk/terkirim');
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      const said = answerTo(error, response, this.clock.now(), frame.language);
      this.show(response, frame, { ...typed, errors: { email: said } });
    }
  }

  @Get('terkirim')
  sent(@Framed() frame: Frame): string {
    return page(signInWords[frame.language].sent.title, sentView(frame), frame);
  }

  private show(response: Response, frame: Frame, shown: Partial<SignInShown>): void {
    const { language } = frame;
    const empty = { next: '/', email: '', errors: {}, message: null };
    const content = signInView({ ...empty, provider: this.oidc.name, language, ...shown });
    response.type('html').send(page(signInWords[language].signIn.title, content, frame));
  }
}

/** What another service had against it, which is told after coming back from there. */
function elsewhere(code: unknown, language: Language): string | null {
  const known = ['not_known', 'provider_failed', 'email_not_verified'] as const;
  const found = known.find((each) => each === code);
  return found ? refusals[language][found](0) : null;
}

function emailError(email: string, language: Language): { email?: string } {
  return isEmail(email.trim()) ? {} : { email: signInWords[language].signIn.wrongEmail };
}
