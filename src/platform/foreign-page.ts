import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request was made by a page of somebody else. Over plain http, and in old browsers, only the
 * origin tells; a request that names neither was made by no page.
 */
export function isFromForeignPage(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin, host } = headers;
  return origin !== undefined && hostOf(origin) !== host;
}

/** Null for the origin `null` of a sandboxed frame. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
