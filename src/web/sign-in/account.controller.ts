import { Body, Controller, Get, Inject, Post, Query, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { CycleStore } from '../../cycle/cycle.store.js';
import type { Clock } from '../../domain/clock.js';
import { AccountStore } from '../../people/sign-in/account.store.js';
import { flawOf } from '../../people/sign-in/password.js';
import { SessionStore } from '../../people/sign-in/session.store.js';
import type { SessionRow } from '../../people/sign-in/sign-in.entity.js';
import { SignInRefused } from '../../people/sign-in/sign-in-refused.js';
import { SignInService } from '../../people/sign-in/sign-in.service.js';
import { SERVER_CLOCK } from '../../platform/clock.js';
import type { Language } from '../language.js';
import { page, type Frame } from '../page.js';
import { accountView, type AccountShown } from './account.view.js';
import { PasswordForm } from './forms.js';
import { answerTo } from './refused.js';
import { Framed, Session, SessionGuard } from './session.guard.js';
import { Threshold } from './threshold.js';
import { flaws } from './refusal-words.js';
import { signInWords } from './words.js';

/** Akun: one's password and sessions. */
@Controller('akun')
@UseGuards(SessionGuard)
export class AccountController {
  constructor(
    private readonly signIn: SignInService,
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly cycles: CycleStore,
    private readonly threshold: Threshold,
    @Inject(SERVER_CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Query('tersimpan') saved: unknown,
    @Session() session: SessionRow,
    @Framed() frame: Frame,
  ): Promise<string> {
    return this.view(session, frame, { saved: saved !== undefined });
  }

  @Post('kata-sandi')
  async change(
    @Body() form: PasswordForm,
    @Session() session: SessionRow,
    @Framed() frame: Frame,
    @Res() response: Response,
  ): Promise<void> {
    const lacksOld = form.old === '' && (await this.signIn.needsOldPassword(session));
    const { language } = frame;
    const words = signInWords[language].account;
    const errors = {
      ...(lacksOld ? { old: words.noOld } : {}),
      ...(await freshErrors(form, session.email, language)),
    };
    if (Object.keys(errors).length > 0) {
      response
        .status(422)
        .type('html')
        .send(await this.view(session, frame, { errors }));
      return;
    }
    try {
      const token = await this.signIn.changePassword(session, form.old, form.fresh);
      this.threshold.letIn(response, token, '/akun?tersimpan');
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      const said = answerTo(error, response, this.clock.now(), language);
      const old = error.code === 'wrong_password' ? words.wrongOld : said;
      response.type('html').send(await this.view(session, frame, { errors: { old } }));
    }
  }

  private async view(
    session: SessionRow,
    frame: Frame,
    more: Partial<AccountShown>,
  ): Promise<string> {
    const { email, csrf, hash } = session;
    const [cycle] = await this.cycles.all();
    const sessions = await this.sessions.of(email);
    const shown: AccountShown = {
      visitor: { email, csrf },
      hasPassword: (await this.accounts.passwordHash(email)) !== null,
      needsOld: await this.signIn.needsOldPassword(session),
      errors: {},
      saved: false,
      sessions: sessions.map((each) => ({ ...each, isThis: each.hash === hash })),
      zone: cycle?.zone ?? 'UTC',
      language: frame.language,
      ...more,
    };
    return page(signInWords[frame.language].account.title, accountView(shown), frame);
  }
}

async function freshErrors(
  { fresh, again }: PasswordForm,
  email: string,
  language: Language,
): Promise<AccountShown['errors']> {
  const flaw = await flawOf(fresh, email);
  if (flaw) return { fresh: flaws[language][flaw] };
  return fresh === again ? {} : { again: signInWords[language].account.different };
}
