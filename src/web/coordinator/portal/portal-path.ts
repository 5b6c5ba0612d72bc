import type { PortalFilter } from '../../../report/portal/portal.js';

export function portalPath(cycle: string): string {
  return `/koordinator/${encodeURIComponent(cycle)}/portal`;
}

/** The archive of what the page shows. */
export function packPath(cycle: string, { domain, unit }: PortalFilter): string {
  const said = Object.entries({ domain, opd: unit }).filter(([, value]) => value !== '');
  const query = new URLSearchParams(said).toString();
  return `${portalPath(cycle)}/berkas${query === '' ? '' : `?${query}`}`;
}
