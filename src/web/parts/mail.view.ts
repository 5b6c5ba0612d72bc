import type { Response } from 'express';
import { html, type Html } from '../../platform/html.js';

export interface ShownMail {
  readonly subject: string;
  /** What stands above it: a name and what it says, which may be nothing. */
  readonly fields: readonly (readonly [string, string])[];
  /** Where `sendMailContent` answers. */
  readonly content: { readonly title: string; readonly address: string };
  readonly plain: { readonly title: string; readonly text: string };
}

/** A mail with its own page in a frame that can do nothing, and its text part. */
export function shownMailView({ subject, fields, content, plain }: ShownMail, after: Html): Html {
  return html`<article>
    <h1>${subject}</h1>
    <dl>
      ${fields
        .filter(([, value]) => value !== '')
        .map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
    </dl>
    <iframe class="mail" sandbox title="${content.title}" src="${content.address}"></iframe>
    <details>
      <summary>${plain.title}</summary>
      <pre>${plain.text}</pre>
    </details>
    ${after}
  </article>`;
}

/** The mail's own page, which may bring its own styles but nothing else. */
export function sendMailContent(response: Response, content: string): void {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";
  response.setHeader('Content-Security-Policy', policy).type('html').send(content);
}
