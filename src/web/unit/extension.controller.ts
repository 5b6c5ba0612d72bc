import { Controller, Get, Param, Post, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import { IsUUID } from 'class-validator';
import type { Request, Response } from 'express';
import { askedFields, askedIn, flawsIn, type AskedForm } from '../../api/asked-form.js';
import { UnitPath } from '../../api/paths.js';
import { ExtensionRequests } from '../../assessment/extension/extension-requests.service.js';
import { FileRefused } from '../../platform/files/file-refused.js';
import { readForm } from '../../platform/files/multipart.js';
import type { ReceivedFile } from '../../platform/files/receive-file.js';
import { sendFile } from '../../platform/files/send-file.js';
import { Uploads } from '../../platform/files/uploads.js';
import { InputError } from '../../platform/input-error.js';
import { DeskFilter } from '../desk.filter.js';
import { belongsBeside } from '../refused-beside.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { Visited, type Visit } from '../visit.js';
import { fileRefusalText, refusalText } from '../words/refusals.js';
import { extensionWords } from './extension-words.js';
import type { TriedRequest } from './extension.view.js';
import { pathOf, UnitDesk } from './unit-desk.service.js';

class RequestPath extends UnitPath {
  @IsUUID()
  readonly request!: string;
}

/** Dispensasi, on the desk of the unit that asks for it. */
@Controller('opd/:cycle/:unit/dispensasi')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class UnitExtensionController {
  constructor(
    private readonly desk: UnitDesk,
    private readonly requests: ExtensionRequests,
    private readonly uploads: Uploads,
  ) {}

  @Post()
  async ask(
    @Param() place: UnitPath,
    @Req() request: Request,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const { cycle, unit } = place;
    await this.requests.refuseStranger(cycle, visit.visitor.email, unit);
    const tried = await this.tryOut(place, request, visit);
    if (tried === null) {
      response.redirect(303, `${pathOf(place)}?dispensasi=terkirim#dispensasi`);
      return;
    }
    response
      .status(tried.refusal === null ? 422 : 409)
      .type('html')
      .send(await this.desk.desk({ cycle, unit }, visit, { tried }));
  }

  @Post(':request/tarik')
  async withdraw(
    @Param() { cycle, unit, request }: RequestPath,
    @Visited() { visitor }: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await this.requests.withdraw(cycle, visitor.email, request);
    response.redirect(303, `${pathOf({ cycle, unit })}?dispensasi=ditarik#dispensasi`);
  }

  @Get(':request/surat')
  async letter(
    @Param() { cycle, request }: RequestPath,
    @Visited() { visitor }: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await sendFile(response, await this.requests.open(cycle, visitor.email, request), 'attachment');
  }

  /** @returns null when the request was taken; else what is wrong with it */
  private async tryOut(
    place: UnitPath,
    request: Request,
    { visitor, language }: Visit,
  ): Promise<TriedRequest | null> {
    let typed: AskedForm = {};
    const onRefused = (fields: AskedForm): void => {
      typed = fields;
    };
    const refused = { refusal: null, file: null };
    try {
      const shape = { file: 'file', fields: askedFields, onRefused };
      const { fields, file } = await readForm(request, shape, this.uploads);
      typed = fields;
      return await this.take(place, fields, file, visitor.email);
    } catch (error) {
      const flaws = flawsIn(typed);
      if (error instanceof FileRefused) {
        return { ...refused, typed, flaws, file: fileRefusalText(error.code, language) };
      }
      if (error instanceof InputError && error.place.field === 'file') {
        return { ...refused, typed, flaws, file: extensionWords[language].noFile };
      }
      if (!belongsBeside(error)) throw error;
      return { ...refused, typed, flaws, refusal: refusalText(error, language) };
    }
  }

  private async take(
    { cycle, unit }: UnitPath,
    typed: AskedForm,
    file: ReceivedFile,
    email: string,
  ): Promise<TriedRequest | null> {
    const flaws = flawsIn(typed);
    if (Object.keys(flaws).length > 0) {
      await this.uploads.discard(file);
      return { typed, flaws, file: null, refusal: null };
    }
    await this.requests.ask(cycle, email, askedIn(typed, unit), file);
    return null;
  }
}
