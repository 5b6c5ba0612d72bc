import { Controller, Get, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { LinkStore } from '../../people/sign-in/link.store.js';
import { SignInRefused } from '../../people/sign-in/sign-in-refused.js';
import { SignInService } from '../../people/sign-in/sign-in.service.js';
import { page, type Frame } from '../page.js';
import { Framed, VisitorGuard } from './session.guard.js';
import { linkView, spentView } from './sign-in.view.js';
import { Threshold } from './threshold.js';
import { signInWords } from './words.js';

const gone = 410;

/** One-time links. */
@Controller('masuk/tautan/:token')
@UseGuards(VisitorGuard)
export class LinkController {
  constructor(
    private readonly signIn: SignInService,
    private readonly links: LinkStore,
    private readonly threshold: Threshold,
  ) {}

  /** Uses nothing up: whoever follows the links of a mail before its reader does must not spoil it. */
  @Get()
  async look(
    @Param('token') token: string,
    @Framed() frame: Frame,
    @Res() response: Response,
  ): Promise<void> {
    if (!(await this.links.isGood(token))) {
      spent(response, frame);
      return;
    }
    const { title } = signInWords[frame.language].link;
    response.type('html').send(page(title, linkView(token, frame.language), frame));
  }

  @Post()
  async use(
    @Param('token') link: string,
    @Framed() frame: Frame,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const { token, path } = await this.signIn.withLink(link, this.threshold.knockOf(request));
      this.threshold.letIn(response, token, path);
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      spent(response, frame);
    }
  }
}

/** The same for a link that was used, that has expired, and that never was. */
function spent(response: Response, frame: Frame): void {
  const { spentTitle } = signInWords[frame.language].link;
  response
    .status(gone)
    .type('html')
    .send(page(spentTitle, spentView(frame.language), frame));
}
