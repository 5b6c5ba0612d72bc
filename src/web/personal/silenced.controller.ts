import { Body, Controller, Get, Post, Query, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { silenceableKinds } from '../../domain/notice-kind.js';
import { SilencedStore } from '../../people/silenced.store.js';
import { page } from '../page.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { Visited, type Visit } from '../visit.js';
import { WantedForm } from './forms.js';
import { silencedView } from './silenced.view.js';
import { silencedWords } from './silenced-words.js';

/** Which mails somebody does without. */
@Controller('akun/surel')
@UseGuards(SessionGuard)
export class SilencedController {
  constructor(private readonly silences: SilencedStore) {}

  @Get()
  async show(@Query('tersimpan') saved: unknown, @Visited() visit: Visit): Promise<string> {
    const { visitor, frame, language } = visit;
    const silenced = (await this.silences.of([visitor.email])).map(({ kind }) => kind);
    const content = silencedView({ silenced, saved: saved !== undefined }, visit);
    return page(silencedWords[language].title, content, frame);
  }

  @Post()
  async choose(
    @Body() { wanted }: WantedForm,
    @Visited() { visitor }: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const silenced = silenceableKinds.filter((kind) => !wanted.includes(kind));
    await this.silences.choose(visitor.email, silenced);
    response.redirect(303, '/akun/surel?tersimpan');
  }
}
