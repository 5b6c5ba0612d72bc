import { html, type Html } from '../platform/html.js';

/** What every page has around it. */
export function page(title: string, content: Html): string {
  return `<!doctype html>\n${html`<html lang="id">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title} · Siklus</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/assets/siklus.css" />
    </head>
    <body>
      <header class="top"><a href="/">Siklus</a> <span>Mesin siklus evaluasi</span></header>
      <main>${content}</main>
    </body>
  </html>`.toString()}`;
}
