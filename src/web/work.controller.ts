import { Controller, Get, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { SessionGuard } from './sign-in/session.guard.js';

/** Where the buttons of mails lead: to somebody's own task, after they have signed in. */
@Controller('kerja/:cycle/:phase{/:unit}')
@UseGuards(SessionGuard)
export class WorkController {
  @Get()
  open(@Res() response: Response): void {
    response.redirect(303, '/');
  }
}
