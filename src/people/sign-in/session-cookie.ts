import type { CookieOptions } from 'express';

/** With that prefix a browser takes the cookie over https only, from this host only, for all of it. */
export function sessionCookieName(production: boolean): string {
  return production ? '__Host-siklus' : 'siklus';
}

const week = 7 * 24 * 60 * 60 * 1000;

/** Lax: a link in a mail opens its page at once, and no form of another site brings the cookie. */
export function sessionCookieOptions(production: boolean): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: production, maxAge: week };
}

/** What a browser sent under that name. */
export function cookieIn(header: string | undefined, name: string): string | null {
  for (const pair of header?.split(';') ?? []) {
    const [key = '', ...value] = pair.split('=');
    if (key.trim() === name) return value.join('=').trim();
  }
  return null;
}
