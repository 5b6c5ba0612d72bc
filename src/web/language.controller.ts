import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { localPath } from '../platform/local-path.js';
import { SETTINGS, type Settings } from '../platform/settings.js';
import { languageCookie } from './language.js';

const year = 365 * 24 * 60 * 60 * 1000;

/** The switch between Indonesian and English, which changes nothing but the words. */
@Controller('bahasa')
export class LanguageController {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  @Get(':language')
  choose(
    @Param('language') language: string,
    @Query('kembali') back: unknown,
    @Res() response: Response,
  ): void {
    response.cookie(languageCookie, language === 'en' ? 'en' : 'id', {
      maxAge: year,
      sameSite: 'lax',
      secure: this.settings.production,
      httpOnly: true,
    });
    response.redirect(303, localPath(typeof back === 'string' ? back : '/'));
  }
}
