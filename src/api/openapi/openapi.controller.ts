import { Controller, Get, Inject } from '@nestjs/common';

export const OPENAPI = Symbol('the document of the API');

/** For whoever comes: it says nothing of any city. */
@Controller('api/v1/openapi.json')
export class OpenApiController {
  constructor(@Inject(OPENAPI) private readonly document: object) {}

  @Get()
  show(): object {
    return this.document;
  }
}
