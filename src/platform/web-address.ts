import type { Settings } from './settings.js';

/** Where the pages are found, without a slash at the end. Never taken from a request, which may claim any host. */
export function webAddress({
  baseUrl,
  host,
  port,
}: Pick<Settings, 'baseUrl' | 'host' | 'port'>): string {
  return baseUrl === null ? `http://${host}:${port}` : baseUrl.replace(/\/+$/, '');
}
