/** Of a page of ours. An address that is no web address is no link, wherever it came from. */
export function linkAddress(baseUrl: string | null, parts: readonly string[]): string | null {
  if (baseUrl === null || !/^https?:\/\//i.test(baseUrl)) return null;
  return [baseUrl.replace(/\/+$/, ''), ...parts.map(encodeURIComponent)].join('/');
}
