import { Controller, Get, Header, Inject, UseGuards } from '@nestjs/common';
import type { ApiDocument } from '../../api/openapi/document.js';
import { OPENAPI } from '../../api/openapi/openapi.controller.js';
import { html } from '../../platform/html.js';
import { page, type Frame } from '../page.js';
import { Framed, VisitorGuard } from '../sign-in/session.guard.js';
import { apiView } from './api.view.js';
import { apiWords } from './api-words.js';

const head = html`<link rel="stylesheet" href="/assets/desk.css" />`;

/** What programs can ask for, for those who write them; it says nothing of any city. */
@Controller('api')
@UseGuards(VisitorGuard)
export class ApiPageController {
  constructor(@Inject(OPENAPI) private readonly document: ApiDocument) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  show(@Framed() frame: Frame): string {
    const { language } = frame;
    return page(apiWords[language].title, apiView(this.document, language), frame, { head });
  }
}
