import { Catch, HttpException, type ArgumentsHost } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { Request, Response } from 'express';
import { html } from '../platform/html.js';
import { languageOf } from './language.js';
import { page } from './page.js';
import { frameOf } from './visit.js';

const words = {
  id: {
    missing: 'Halaman ini tidak ada.',
    other: 'Permintaan itu tidak dapat dibaca. Silakan kembali dan mencoba lagi.',
    home: 'Ke halaman depan',
  },
  en: {
    missing: 'There is no such page.',
    other: 'That request could not be read. Please go back and try again.',
    home: 'To the front page',
  },
};

/** What no route answers, or what a form must not contain: a page for people, JSON for programs. */
@Catch(HttpException)
export class PageFilter extends BaseExceptionFilter<HttpException> {
  override catch(error: HttpException, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    if (!isForPeople(request)) {
      super.catch(error, host);
      return;
    }
    const language = languageOf(request.headers.cookie);
    const t = words[language];
    const text = error.getStatus() === 404 ? t.missing : t.other;
    const content = html`<section class="narrow">
      <h1>${text}</h1>
      <p><a href="/">${t.home}</a></p>
    </section>`;
    const response = host.switchToHttp().getResponse<Response>();
    response
      .status(error.getStatus())
      .type('html')
      .send(page(text, content, frameOf(request)));
  }
}

/** Browsers name HTML when they open a page; programs and our own scripts do not. */
function isForPeople({ headers, path }: Request): boolean {
  return (headers.accept ?? '').includes('text/html') && !path.startsWith('/api/');
}
