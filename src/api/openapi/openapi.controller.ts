import { Controller, Get, Inject } from '@nestjs/common';
import type { ApiDocument } from './document.js';

export const OPENAPI = Symbol('the document of the API');

/** For whoever comes: it says nothing of any city. */
@Controller('api/v1/openapi.json')
export class OpenApiController {
  constructor(@Inject(OPENAPI) private readonly document: ApiDocument) {}

  @Get()
  show(): ApiDocument {
    return this.document;
  }
}
