import { Controller, Get, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SignInService } from '../../people/sign-in/sign-in.service.js';
import { Visitors, type SignedIn } from '../../people/sign-in/visitors.js';
import { page, type Frame } from '../page.js';
import { Framed, SessionGuard, Visitor, VisitorGuard } from './session.guard.js';
import { signOutView } from './sign-in.view.js';
import { Threshold } from './threshold.js';
import { signInWords } from './words.js';

/** Keluar. */
@Controller('keluar')
export class SignOutController {
  constructor(
    private readonly signIn: SignInService,
    private readonly visitors: Visitors,
    private readonly threshold: Threshold,
  ) {}

  @Get()
  @UseGuards(VisitorGuard)
  ask(@Framed() frame: Frame): string {
    return page(signInWords[frame.language].signOut.title, signOutView(frame), frame);
  }

  @Post()
  @UseGuards(SessionGuard)
  async signOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.signIn.signOut(this.visitors.tokenIn(request) ?? '');
    this.threshold.letOut(response, '/keluar');
  }

  @Post('semua')
  @UseGuards(SessionGuard)
  async signOutEverywhere(
    @Visitor() { email }: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    await this.signIn.signOutEverywhere(email);
    this.threshold.letOut(response, '/keluar');
  }
}
