import type { Request } from 'express';
import { isFromForeignPage } from '../../platform/foreign-page.js';
import { isSameSecret } from './secret.js';

export const csrfField = '_csrf';
export const csrfHeader = 'x-csrf';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a change is asked for by somebody else's page, which brings the session's cookie but cannot know
 * what its forms hold. Takes the field out of the body: no form has to know that it is there.
 */
export function isForged(request: Request, csrf: string): boolean {
  if (harmless.has(request.method)) return false;
  if (isFromForeignPage(request.headers)) return true;
  const given = request.headers[csrfHeader] ?? fieldOf(request) ?? request.query[csrfField];
  return typeof given !== 'string' || !isSameSecret(given, csrf);
}

/** A form with files is read later, by who takes the files: it brings the secret in its address. */
function fieldOf(request: Request): unknown {
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null || !(csrfField in body)) return undefined;
  const { [csrfField]: given, ...others } = body;
  request.body = others;
  return given;
}
