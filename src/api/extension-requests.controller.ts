import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Req,
  Res,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { ExtensionRequests } from '../assessment/extension/extension-requests.service.js';
import { readForm } from '../platform/files/multipart.js';
import { sendFile } from '../platform/files/send-file.js';
import { Uploads } from '../platform/files/uploads.js';
import { InputError } from '../platform/input-error.js';
import { askedFields, askedIn, flawsIn, type AskedFlaw, type AskedForm } from './asked-form.js';
import { ErrorsFilter } from './errors.filter.js';
import {
  ExtensionRequestPath,
  GrantBody,
  GrantPreviewBody,
  RefusalBody,
} from './extension-bodies.js';
import { Needs } from './needs.js';
import { CyclePath, UnitPath } from './paths.js';
import { Caller, SignedInGuard } from './signed-in.guard.js';

const problems: Readonly<Record<AskedFlaw, string>> = {
  missing: 'must be given',
  no_date: 'must be a date such as 2025-09-30, or a local time such as 2025-09-30T16:00',
  too_long: 'is too long',
  no_text: 'must hold nothing but characters',
};

/** Dispensasi: a unit asks, a coordinator decides. */
@Controller('api/v1/cycles/:cycle')
@UseGuards(SignedInGuard)
@UseFilters(ErrorsFilter)
export class ExtensionRequestsController {
  constructor(
    private readonly requests: ExtensionRequests,
    private readonly uploads: Uploads,
  ) {}

  /** All that the caller may see, the newest first; `asks` when a decision would still change anything. */
  @Get('extension-requests')
  @Needs(['read'])
  async list(@Param() { cycle }: CyclePath, @Caller() caller: string) {
    return { requests: await this.requests.all(cycle, caller) };
  }

  /** multipart/form-data with `phase`, `closes`, `reason`, `letter` (its number) and `file` (the letter). */
  @Post('units/:unit/extension-requests')
  @Needs(['answer'])
  async ask(@Param() { cycle, unit }: UnitPath, @Req() request: Request, @Caller() caller: string) {
    await this.requests.refuseStranger(cycle, caller, unit);
    const shape = { file: 'file', fields: askedFields };
    const { fields, file } = await readForm(request, shape, this.uploads);
    try {
      refuseFlawed(fields);
    } catch (error) {
      await this.uploads.discard(file);
      throw error;
    }
    return { id: await this.requests.ask(cycle, caller, askedIn(fields, unit), file) };
  }

  /** The unit takes it back. */
  @Delete('extension-requests/:request')
  @Needs(['answer'])
  @HttpCode(204)
  async withdraw(
    @Param() { cycle, request }: ExtensionRequestPath,
    @Caller() caller: string,
  ): Promise<void> {
    await this.requests.withdraw(cycle, caller, request);
  }

  /** The unit's letter, for its admins and the coordinators. */
  @Get('extension-requests/:request/letter')
  @Needs(['read'])
  async letter(
    @Param() { cycle, request }: ExtensionRequestPath,
    @Res() response: Response,
    @Caller() caller: string,
  ): Promise<void> {
    await sendFile(response, await this.requests.open(cycle, caller, request), 'attachment');
  }

  /** What would come of it now: mails, reminders, and the days that are left to each assessor. Changes nothing. */
  @Post('extension-requests/:request/preview')
  @Needs(['read'])
  @HttpCode(200)
  preview(
    @Param() { cycle, request }: ExtensionRequestPath,
    @Body() { closes }: GrantPreviewBody,
    @Caller() caller: string,
  ) {
    return this.requests.preview(cycle, caller, request, closes);
  }

  /** As it was shown: as the unit wishes, or a shorter time. 409 `changed_meanwhile`: look again. */
  @Post('extension-requests/:request/grant')
  @Needs(['coordinate'])
  @HttpCode(200)
  async grant(
    @Param() { cycle, request }: ExtensionRequestPath,
    @Body() { closes, shown, note }: GrantBody,
    @Caller() caller: string,
  ) {
    const grant = { granted: closes, shown, note };
    return { consequences: await this.requests.grant(cycle, caller, request, grant) };
  }

  @Post('extension-requests/:request/refuse')
  @Needs(['coordinate'])
  @HttpCode(204)
  async refuse(
    @Param() { cycle, request }: ExtensionRequestPath,
    @Body() { reason }: RefusalBody,
    @Caller() caller: string,
  ): Promise<void> {
    await this.requests.refuse(cycle, caller, request, reason.trim());
  }
}

/** All that is wrong at once. @throws InputError */
function refuseFlawed(form: AskedForm): void {
  const flaws = Object.entries(flawsIn(form)).map(
    ([field, flaw]) => new InputError({ file: 'form', line: null, field }, problems[flaw]),
  );
  InputError.throwAny(flaws);
}
