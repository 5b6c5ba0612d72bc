import { Controller, Get, Param, Query, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { CyclePath } from '../../../api/paths.js';
import { IsText } from '../../../api/text.js';
import { sendArchive } from '../../../platform/files/send-archive.js';
import { packName, type PortalFilter } from '../../../report/portal/portal.js';
import { PortalService } from '../../../report/portal/portal.service.js';
import { DeskFilter } from '../../desk.filter.js';
import { deskPage } from '../../desk-page.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { portalView } from './portal.view.js';
import { portalWords } from './portal-words.js';

const longest = 100;

class PortalQuery {
  @IsText(longest)
  readonly domain: string = '';

  @IsText(longest)
  readonly opd: string = '';
}

/** What is typed over into the portal of the ministry, to copy and as one file. */
@Controller('koordinator/:cycle/portal')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class PortalController {
  constructor(private readonly portal: PortalService) {}

  @Get()
  async show(
    @Param() { cycle }: CyclePath,
    @Query() query: PortalQuery,
    @Visited() visit: Visit,
  ): Promise<string> {
    const { language, visitor } = visit;
    const filter = filterOf(query);
    const read = await this.portal.of(cycle, visitor.email, filter);
    const content = portalView(read, filter, language);
    const { actor } = read;
    return deskPage(portalWords[language].title, content, visit, { actor, cycle });
  }

  @Get('berkas')
  async file(
    @Param() { cycle }: CyclePath,
    @Query() query: PortalQuery,
    @Visited() { visitor }: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const filter = filterOf(query);
    const { pack } = await this.portal.of(cycle, visitor.email, filter);
    await sendArchive(response, packName(pack, filter), this.portal.file(pack));
  }
}

function filterOf({ domain, opd }: PortalQuery): PortalFilter {
  return { domain: domain.trim(), unit: opd.trim() };
}
