import type { SignedIn } from '../people/sign-in/visitors.js';
import { html, type Html } from '../platform/html.js';
import type { Language } from './language.js';
import { barView } from './bar.view.js';

const words = {
  id: { skip: 'Langsung ke isi', claim: 'Mesin siklus evaluasi' },
  en: { skip: 'Skip to the content', claim: 'Evaluation-cycle engine' },
};

/** For whom a page is, and where. */
export interface Frame {
  /** Null: for whoever finds it. */
  readonly visitor: SignedIn | null;
  readonly demonstration: boolean;
  readonly language: Language;
  /** Where the switch of languages leads back to. */
  readonly here: string;
  /** Where the other language has an address of its own: on pages that caches may keep for everybody. */
  readonly twin?: string;
}

export interface PageOptions {
  /** More for the head: what only some pages load. */
  readonly head?: Html | null;
}

/** What every page has around it. */
export function page(
  title: string,
  content: Html,
  frame: Frame,
  { head = null }: PageOptions = {},
): string {
  const t = words[frame.language];
  return `<!doctype html>\n${html`<html lang="${frame.language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title} · Siklus</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/assets/siklus.css" />
      ${head}
    </head>
    <body>
      <a class="skip" href="#isi">${t.skip}</a>
      <header class="top">
        <p><a href="/">Siklus</a> <span>${t.claim}</span></p>
        ${barView(frame)}
      </header>
      <main id="isi">${content}</main>
    </body>
  </html>`.toString()}`;
}
