import type { Request, Response } from 'express';
import { limits } from '../../assessment/import/sheet.js';
import type { SpreadsheetFile } from '../../assessment/import/spreadsheet.js';
import type { Actor } from '../../domain/assessment/actor.js';
import { readForm, readTexts } from '../../platform/files/multipart.js';
import { SmallFiles } from '../../platform/files/small-files.js';
import { html, type Html } from '../../platform/html.js';
import { InputError } from '../../platform/input-error.js';
import { isFromScript } from '../desk.filter.js';
import { deskPage } from '../desk-page.js';
import { isChangedMeanwhile } from '../refused-beside.js';
import type { Language } from '../language.js';
import type { Visit } from '../visit.js';
import { problemsView } from './import.view.js';

/** A page of base64 is a third longer than what it stands for. */
const longestContent = Math.ceil(limits.bytes / 3) * 4;

export interface Asked {
  readonly cycle: string;
  readonly visit: Visit;
  readonly request: Request;
  readonly response: Response;
}

/** What a spreadsheet is for. */
interface Purpose {
  /** Asked before anything of the file is read. @throws Refusal not_found, not_allowed */
  readonly actor: (asked: Asked) => Promise<Actor>;
  readonly title: (language: Language) => string;
  readonly path: (cycle: string) => string;
  /** What it would change. @throws InputError for all that is wrong in it */
  readonly show: (asked: Asked, file: SpreadsheetFile, isStale: boolean) => Promise<Html>;
  /** @throws Refusal changed_meanwhile when that is not what was shown */
  readonly take: (asked: Asked, file: SpreadsheetFile, shown: string) => Promise<unknown>;
}

/** A spreadsheet that is shown first, then taken as it was shown. */
export class ImportPage {
  private readonly spreadsheets = new SmallFiles(limits.bytes);

  constructor(private readonly purpose: Purpose) {}

  async preview(asked: Asked): Promise<void> {
    const actor = await this.purpose.actor(asked);
    const shape = { file: 'file', fields: [] };
    const { file } = await readForm(asked.request, shape, this.spreadsheets);
    await this.answer(asked, actor, file, async () => {
      this.send(asked, actor, 200, await this.purpose.show(asked, file, false));
    });
  }

  async take(asked: Asked): Promise<void> {
    const { cycle, request, response } = asked;
    const actor = await this.purpose.actor(asked);
    const fields = await readTexts(request, ['shown', 'name', 'content'] as const, longestContent);
    const { shown = '', name = '', content = '' } = fields;
    const file = { name, bytes: Buffer.from(content, 'base64') };
    await this.answer(asked, actor, file, async () => {
      try {
        await this.purpose.take(asked, file, shown);
        response.redirect(303, `${this.purpose.path(cycle)}?selesai=import`);
      } catch (error) {
        if (!isChangedMeanwhile(error)) throw error;
        this.send(asked, actor, 409, await this.purpose.show(asked, file, true));
      }
    });
  }

  private async answer(
    asked: Asked,
    actor: Actor,
    { name }: SpreadsheetFile,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      // Only what succeeded is put into the page by the script; to the reader this is an answer too.
      const status = isFromScript(asked.request) ? 200 : 422;
      const { language, visitor } = asked.visit;
      const path = this.purpose.path(asked.cycle);
      this.send(asked, actor, status, problemsView(error, name, { language, visitor, path }));
    }
  }

  private send(
    { cycle, visit, response }: Asked,
    actor: Actor,
    status: number,
    content: Html,
  ): void {
    const title = this.purpose.title(visit.language);
    // Around what a script puts into the page that has this heading already.
    const whole = html`<h1>${title}</h1>
      ${content}`;
    const page = deskPage(title, whole, visit, { actor, cycle });
    response.status(status).type('html').send(page);
  }
}
