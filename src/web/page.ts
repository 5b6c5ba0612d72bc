import type { SignedIn } from '../people/sign-in/visitors.js';
import { html, type Html } from '../platform/html.js';
import { barView } from './bar.view.js';

/** For whom a page is, and where. */
export interface Frame {
  /** Null: for whoever finds it. */
  readonly visitor: SignedIn | null;
  readonly demonstration: boolean;
}

/** What every page has around it. */
export function page(title: string, content: Html, frame: Frame): string {
  return `<!doctype html>\n${html`<html lang="id">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title} · Siklus</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/assets/siklus.css" />
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
