import { Controller, Get, Param, Query, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { sendArchive } from '../platform/files/send-archive.js';
import { packName } from '../report/portal/portal.js';
import { PortalService } from '../report/portal/portal.service.js';
import { ErrorsFilter } from './errors.filter.js';
import { Needs } from './needs.js';
import { CyclePath } from './paths.js';
import { PackQuery } from './report-queries.js';
import { Caller, SignedInGuard } from './signed-in.guard.js';

/** What goes into the portal of the ministry: answers as they were sent last, in its order. */
@Controller('api/v1/cycles/:cycle')
@UseGuards(SignedInGuard)
@UseFilters(ErrorsFilter)
export class PortalPackController {
  constructor(private readonly portal: PortalService) {}

  @Get('portal')
  @Needs(['read'])
  async show(@Param() { cycle }: CyclePath, @Query() filter: PackQuery, @Caller() caller: string) {
    const { pack } = await this.portal.of(cycle, caller, filter);
    return pack;
  }

  /** With the files, as they are in the store. What the store has lost is named in the archive. */
  @Get('portal-pack')
  @Needs(['read'])
  async file(
    @Param() { cycle }: CyclePath,
    @Query() filter: PackQuery,
    @Caller() caller: string,
    @Res() response: Response,
  ): Promise<void> {
    const { pack } = await this.portal.of(cycle, caller, filter);
    await sendArchive(response, packName(pack, filter), this.portal.file(pack));
  }
}
