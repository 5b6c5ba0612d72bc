const here = 'http://siklus.invalid';
const longest = 2000;

/**
 * A path of this site to go on to, from whatever a request brought: `/` for all that would lead, or that
 * some browser would take to lead, to somebody else's.
 */
export function localPath(given: unknown): string {
  if (typeof given !== 'string' || given.length > longest) return '/';
  // Browsers take a backslash for a slash, and drop control characters before they look.
  // eslint-disable-next-line no-control-regex -- those are what it is about
  if (!given.startsWith('/') || /[\\\u0000-\u001f\u007f-\u009f]/.test(given)) return '/';
  if (!URL.canParse(given, here)) return '/';
  const { origin, pathname, search, hash } = new URL(given, here);
  // `/.//host` is a path that becomes `//host` only when its dots are worked off.
  if (origin !== here || pathname.startsWith('//')) return '/';
  return pathname + search + hash;
}
