import { Body, Controller, Get, NotFoundException, Param, Post, Query, Res } from '@nestjs/common';
import { Inject, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { CycleStore } from '../../cycle/cycle.store.js';
import type { Clock } from '../../domain/clock.js';
import { TokenStore } from '../../people/token.store.js';
import { CLOCK } from '../../platform/clock.js';
import { page } from '../page.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { Visited, type Visit } from '../visit.js';
import { TokenForm, TokenPath } from './forms.js';
import { tokenView, type TokenShown } from './token.view.js';
import { tokenWords } from './token-words.js';

const longestName = 100;
/** More are none that somebody still knows. */
const mostTokens = 50;

/** Tokens of one's own, for programs: to make and to revoke. */
@Controller('akun/token')
@UseGuards(SessionGuard)
export class TokenController {
  constructor(
    private readonly tokens: TokenStore,
    private readonly cycles: CycleStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Query('dicabut') revoked: unknown, @Visited() visit: Visit): Promise<string> {
    return this.view(visit, { revoked: revoked !== undefined });
  }

  /** Answers with the page itself: the token is kept nowhere from which another page could take it. */
  @Post()
  async issue(
    @Body() form: TokenForm,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const name = form.name.trim();
    const errors = await this.errorsIn(name, form, visit);
    response.type('html');
    if (Object.keys(errors).length > 0) {
      response.status(422).send(await this.view(visit, { typed: form, errors }));
      return;
    }
    const use = { name, scopes: form.scopes };
    const fresh = await this.tokens.issue(visit.visitor.email, form.days, use);
    response.send(await this.view(visit, { fresh }));
  }

  /** Of somebody else there is none. */
  @Post(':token/cabut')
  async revoke(
    @Param() { token }: TokenPath,
    @Visited() { visitor }: Visit,
    @Res() response: Response,
  ): Promise<void> {
    if ((await this.tokens.revoke(visitor.email, token)) === 0) throw new NotFoundException();
    response.redirect(303, '/akun/token?dicabut');
  }

  private async errorsIn(
    name: string,
    form: TokenForm,
    { visitor, language }: Visit,
  ): Promise<TokenShown['errors']> {
    const t = tokenWords[language];
    const { length: have } = await this.tokens.of(visitor.email);
    return {
      ...(name === '' && { name: t.noName }),
      ...(name.length > longestName && { name: t.longName }),
      ...(form.scopes.length === 0 && { scopes: t.noScope }),
      ...(have >= mostTokens && { name: t.tooMany(mostTokens) }),
    };
  }

  private async view(visit: Visit, more: Partial<TokenShown>): Promise<string> {
    const { email } = visit.visitor;
    const [cycle] = await this.cycles.all();
    const shown: TokenShown = {
      tokens: await this.tokens.of(email),
      events: await this.tokens.eventsOf(email),
      now: this.clock.now(),
      zone: cycle?.zone ?? 'UTC',
      typed: new TokenForm(),
      errors: {},
      fresh: null,
      revoked: false,
      ...more,
    };
    return page(tokenWords[visit.language].title, tokenView(shown, visit), visit.frame);
  }
}
