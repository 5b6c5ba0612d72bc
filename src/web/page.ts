import type { SignedIn } from '../people/sign-in/visitors.js';
import { html, type Html } from '../platform/html.js';
import type { Language } from './language.js';
import { barView } from './bar.view.js';

/** For whom a page is, and where. */
export interface Frame {
  /** Null: for whoever finds it. */
  readonly visitor: SignedIn | null;
  readonly demonstration: boolean;
}

export interface PageOptions {
  readonly language?: Language;
  /** More for the head: what only some pages load. */
  readonly head?: Html | null;
}

/** What every page has around it. */
export function page(
  title: string,
  content: Html,
  frame: Frame,
  { language = 'id', head = null }: PageOptions = {},
): string {
  return `<!doctype html>\n${html`<html lang="${language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title} · Siklus</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/assets/siklus.css" />
      ${head}
    </head>
    <body>
      <a class="skip" href="#isi">Langsung ke isi</a>
      <header class="top">
        <p><a href="/">Siklus</a> <span>Mesin siklus evaluasi</span></p>
        ${barView(frame)}
      </header>
      <main id="isi">${content}</main>
    </body>
  </html>`.toString()}`;
}
