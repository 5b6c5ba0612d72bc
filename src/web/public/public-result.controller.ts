import { Controller, Get, NotFoundException, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { localDate } from '../../domain/calendar.js';
import { html } from '../../platform/html.js';
import { sha256 } from '../../platform/sha256.js';
import type { PublicResult } from '../../report/public-result.js';
import { PublicResultService } from '../../report/public-result.service.js';
import type { Language } from '../language.js';
import { page } from '../page.js';
import { publicPath } from './public-path.js';
import { indicatorsCsv, publicListView, publicResultView, twinOf } from './public-result.view.js';
import { publicWords } from './public-words.js';

interface PublicQuery {
  readonly bahasa?: unknown;
}

/** Whoever keeps an answer asks again after a minute: so long a result can be read after it was closed. */
const keeping = 'public, max-age=60';

const longestCode = 100;

/** The styles of the desks, and nothing that runs. */
const head = html`<link rel="stylesheet" href="/assets/desk.css" />`;

const formats = {
  html: (result, language) => {
    const frame = frameFor(publicPath(result.cycle), language);
    return page(result.title, publicResultView(result, language), frame, { head });
  },
  json: (result) => JSON.stringify(result),
  csv: indicatorsCsv,
} satisfies Readonly<Record<string, (result: PublicResult, language: Language) => string>>;

type Format = keyof typeof formats;

interface Written {
  readonly result: PublicResult;
  readonly text: string;
  readonly tag: string;
}

/**
 * Results for whoever comes: no cookie is read or set, and the language is part of the address, so that anybody
 * may keep what is answered. What is not shown is not there.
 */
@Controller('hasil')
export class PublicResultController {
  private readonly written = new Map<string, Written>();

  constructor(private readonly results: PublicResultService) {}

  @Get()
  async list(@Query() query: PublicQuery, @Res() response: Response): Promise<void> {
    const language = languageIn(query);
    const results = (await this.results.list()).map(({ cycle, title, zone, publishedAt }) => {
      return { cycle, title, publishedOn: localDate(publishedAt, zone).toString() };
    });
    const { results: title } = publicWords[language];
    const content = publicListView(results, language);
    const text = page(title, content, frameFor(publicPath(), language), { head });
    send(response, 'html', { text, tag: tagOf(text) });
  }

  @Get(':cycle.json')
  json(@Param('cycle') cycle: string, @Res() response: Response): Promise<void> {
    return this.answer(cycle, 'json', 'id', response);
  }

  @Get(':cycle.csv')
  csv(
    @Param('cycle') cycle: string,
    @Query() query: PublicQuery,
    @Res() response: Response,
  ): Promise<void> {
    return this.answer(cycle, 'csv', languageIn(query), response);
  }

  @Get(':cycle')
  show(
    @Param('cycle') cycle: string,
    @Query() query: PublicQuery,
    @Res() response: Response,
  ): Promise<void> {
    return this.answer(cycle, 'html', languageIn(query), response);
  }

  private async answer(
    cycle: string,
    format: Format,
    language: Language,
    response: Response,
  ): Promise<void> {
    const result = isCode(cycle) ? await this.results.of(cycle) : null;
    // The same words as for an address that nobody has ever thought of.
    if (!result) throw new NotFoundException();
    if (format === 'csv') response.attachment(`${cycle}.csv`);
    const key = `${cycle} ${format} ${language}`;
    const before = this.written.get(key);
    if (before?.result === result) {
      send(response, format, before);
      return;
    }
    const text = formats[format](result, language);
    const written = { result, text, tag: tagOf(text) };
    this.written.set(key, written);
    send(response, format, written);
  }
}

/** Answers 304 to whoever has it already. */
function send(
  response: Response,
  format: Format,
  { text, tag }: Pick<Written, 'text' | 'tag'>,
): void {
  response.setHeader('Cache-Control', keeping);
  response.setHeader('ETag', tag);
  response.type(format).send(text);
}

/** Whatever the database would not even look for is no cycle's. */
function isCode(text: string): boolean {
  return text.length <= longestCode && !text.includes('\0');
}

function tagOf(text: string): string {
  return `"${sha256(text).slice(0, 32)}"`;
}

function languageIn({ bahasa }: PublicQuery): Language {
  return bahasa === 'en' ? 'en' : 'id';
}

function frameFor(path: string, language: Language) {
  const twin = twinOf(path, language === 'id' ? 'en' : 'id');
  return { visitor: null, demonstration: false, language, here: path, twin };
}
