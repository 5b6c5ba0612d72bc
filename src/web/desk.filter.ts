import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { UnknownCycle } from '../cycle/unknown-cycle.js';
import { Refusal } from '../domain/refusal.js';
import { FileRefused } from '../platform/files/file-refused.js';
import { html } from '../platform/html.js';
import { InputError } from '../platform/input-error.js';
import { languageOf, type Language } from './language.js';
import { page } from './page.js';
import { frameOf } from './visit.js';
import { fileRefusalText, notToRead, refusalText } from './words/refusals.js';

const expected = [Refusal, UnknownCycle, FileRefused, InputError] as const;
type Expected = InstanceType<(typeof expected)[number]>;

const statuses: Readonly<Record<string, number>> = {
  not_found: 404,
  unknown_phase: 404,
  not_allowed: 403,
  own_request: 403,
};

/** Every expected no that no page has answered itself, as a page with a way back. */
@Catch(...expected)
export class DeskFilter implements ExceptionFilter<Expected> {
  catch(error: Expected, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const language = languageOf(request.headers.cookie);
    const { status, text: said } = answerTo(error, language);
    const text = status === 403 && request.method === 'GET' ? notToRead[language] : said;
    // A script that sent a part of a page says it there.
    if (isFromScript(request)) {
      response.status(status).type('text/plain').send(text);
      return;
    }
    const back = language === 'id' ? 'Kembali' : 'Back';
    const from = request.headers.referer ?? '/';
    const content = html`<section>
      <h1>${text}</h1>
      <p><a href="${pathOf(from)}">${back}</a></p>
    </section>`;
    response
      .status(status)
      .type('html')
      .send(page(text, content, frameOf(request)));
  }
}

export function isExpected(error: unknown): error is Expected {
  return expected.some((kind) => error instanceof kind);
}

export function isFromScript({ headers }: Request): boolean {
  return headers['hx-request'] === 'true';
}

export function answerTo(error: Expected, language: Language): { status: number; text: string } {
  if (error instanceof FileRefused) {
    return { status: 422, text: fileRefusalText(error.code, language) };
  }
  if (error instanceof InputError) return { status: 422, text: error.problem };
  const code = error instanceof UnknownCycle ? 'not_found' : error.code;
  return { status: statuses[code] ?? 409, text: refusalText({ code }, language) };
}

/** Only a path of our own: a page of somebody else is not where one came from. */
function pathOf(referer: string): string {
  return URL.canParse(referer) ? new URL(referer).pathname : '/';
}
