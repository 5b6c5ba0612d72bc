import type { Actor } from '../domain/assessment/actor.js';
import { html, type Html } from '../platform/html.js';
import { desksOf, desksView } from './desks.js';
import { page } from './page.js';
import type { Visit } from './visit.js';

/** It brings no styles and evaluates nothing: the content security policy allows neither. */
const htmxConfig = JSON.stringify({
  includeIndicatorStyles: false,
  allowEval: false,
  // Nothing of a page stays in the browser when its session has ended.
  historyCacheSize: 0,
});

/** Desks work without it: it saves drafts, shows how far uploads are, and turns pages by key. */
const head = html`<link rel="stylesheet" href="/assets/desk.css" />
  <meta name="htmx-config" content="${htmxConfig}" />
  <script src="/assets/htmx.min.js" defer></script>
  <script src="/assets/siklus.js" defer></script>`;

/** A page of a desk: with the way to the others that one has. */
export function deskPage(
  title: string,
  content: Html,
  { frame, language, path }: Visit,
  { actor, cycle }: { readonly actor: Actor; readonly cycle: string },
): string {
  const desks = desksView(desksOf(actor, cycle, language), path, language);
  return page(title, html`${desks} ${content}`, frame, { head });
}
