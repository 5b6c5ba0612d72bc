import {
  Body,
  Controller,
  Get,
  NotFoundException,
  Post,
  Query,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { IsString } from 'class-validator';
import type { Request, Response } from 'express';
import { CycleStore } from '../../cycle/cycle.store.js';
import { SignInRefused } from '../../people/sign-in/sign-in-refused.js';
import { SignInService } from '../../people/sign-in/sign-in.service.js';
import { page, type Frame } from '../page.js';
import { Framed, VisitorGuard } from '../sign-in/session.guard.js';
import { Threshold } from '../sign-in/threshold.js';
import { rolesView } from './roles.view.js';
import { demonstrationWords } from './words.js';

class Choice {
  @IsString()
  readonly email!: string;
}

/** Lets anybody be anybody: never a part of production. */
@Controller('demonstrasi/peran')
@UseGuards(VisitorGuard)
export class RolesController {
  constructor(
    private readonly cycles: CycleStore,
    private readonly signIn: SignInService,
    private readonly threshold: Threshold,
  ) {}

  @Get()
  async list(@Query('cari') given: unknown, @Framed() frame: Frame): Promise<string> {
    const search = typeof given === 'string' ? given.trim() : '';
    const [cycle] = await this.cycles.all();
    const people = cycle && (await this.cycles.facts(cycle.code)).people;
    const { title } = demonstrationWords[frame.language].roles;
    const shown = cycle && people ? { cycle: cycle.title, people, search } : null;
    return page(title, rolesView(shown, frame.language), frame);
  }

  @Post()
  async choose(
    @Body() { email }: Choice,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const knock = this.threshold.knockOf(request);
      const token = await this.signIn.as(email, 'demonstration', knock);
      this.threshold.letIn(response, token, '/');
    } catch (error) {
      if (error instanceof SignInRefused) throw new NotFoundException();
      throw error;
    }
  }
}
