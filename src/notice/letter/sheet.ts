import type { Html } from '../../platform/html.js';
import { dense } from './dense.js';

// Mail programs keep no style sheets, so a style stands on its element. Contrasts are 5:1 or better.
const page = 'margin:0;background:#eef1f5';
const sheet = 'max-width:600px;margin:0 auto;background:#fff';
// On every cell: some programs let a table inherit nothing.
export const text = 'font:16px/1.5 Arial,sans-serif;color:#1c2733';
export const small = 'font-size:13px;color:#526070';
export const button =
  'display:inline-block;margin-top:16px;padding:11px 20px;border-radius:4px;background:#0b5394;color:#fff;text-decoration:none;font-weight:700';

/**
 * What every mail has around it: one column of tables, which a narrow phone shows as they are.
 * @param preheader what an inbox shows beside the subject
 */
export function sheetMarkup(subject: string, preheader: string, content: Html): string {
  const markup = dense`<!doctype html>
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>${subject}</title>
      </head>
      <body style="${page}">
        <div style="display:none">${preheader}</div>
        <table role="presentation" width="100%" cellspacing="0" style="${sheet}">
          <tr>
            <td style="${text};padding:20px 16px;border-top:4px solid #0b5394">${content}</td>
          </tr>
        </table>
      </body>
    </html>
  `;
  return `${markup.toString()}\n`;
}
