import { a1, coordinator, dinkes } from './small-city.js';

export interface Route {
  readonly by: string;
  readonly method: string;
  /** `EVIDENCE` stands for the id of a piece of it. */
  readonly path: string;
  readonly body: object;
}

/** A request of each route that takes a body, and that would be taken as it stands or nearly so. */
export const routes: readonly Route[] = [
  {
    by: dinkes,
    method: 'PUT',
    path: '/indicators/1/answer',
    body: { version: 0, level: '1', fact: 'x', analysis: 'x' },
  },
  {
    by: dinkes,
    method: 'POST',
    path: '/indicators/1/links',
    body: { level: 2, unit: 'DINKES', url: 'https://a.test', name: 'x' },
  },
  {
    by: dinkes,
    method: 'PUT',
    path: '/evidence/EVIDENCE/link',
    body: { url: 'https://a.test', name: 'x' },
  },
  { by: dinkes, method: 'PUT', path: '/indicators/1/nihil', body: { reason: 'x' } },
  {
    by: coordinator,
    method: 'PUT',
    path: '/indicators/1/nihil/decision',
    body: { approved: true, note: 'x' },
  },
  {
    by: dinkes,
    method: 'POST',
    path: '/indicators/1/comments',
    body: { text: 'x', objection: false },
  },
  {
    by: coordinator,
    method: 'PUT',
    path: '/indicators/1',
    body: { lead: 'DINKES', supports: ['DLH'], title: 'x' },
  },
  {
    by: coordinator,
    method: 'POST',
    path: '/what-if',
    body: { basis: 'klaim', levels: [{ indicator: 1, level: '2' }] },
  },
  {
    by: coordinator,
    method: 'POST',
    path: '/ways-to-target',
    body: { basis: 'klaim', goal: 'target' },
  },
  {
    by: coordinator,
    method: 'PUT',
    path: '/efforts',
    body: { efforts: [{ indicator: 1, effort: 2, highest: 4 }] },
  },
  {
    by: coordinator,
    method: 'POST',
    path: '/variants',
    body: { name: 'x', basis: 'klaim', levels: [{ indicator: 1, level: '2' }] },
  },
  {
    by: coordinator,
    method: 'POST',
    path: '/variants/compare',
    body: { variants: ['3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77'] },
  },
  {
    by: coordinator,
    method: 'PUT',
    path: '/indicators/1/external',
    body: { level: '1', note: 'x' },
  },
  {
    by: a1,
    method: 'PUT',
    path: '/reviews/dokumen/DINKES/evidence/EVIDENCE',
    body: { verdict: 'revisi', reason: 'tidak_tepat', note: 'x' },
  },
  {
    by: a1,
    method: 'PUT',
    path: '/reviews/dokumen/DINKES/indicators/1',
    body: { version: 0, level: '1', note: 'x', finding: false },
  },
  {
    by: a1,
    method: 'POST',
    path: '/reviews/dokumen/DINKES/agree',
    body: { indicators: [1] },
  },
  {
    by: coordinator,
    method: 'PUT',
    path: '/settlements/dokumen/1',
    body: { level: '1', note: 'x' },
  },
  { by: dinkes, method: 'POST', path: '/finish', body: { phase: 'mandiri', unit: 'DINKES' } },
  { by: coordinator, method: 'PUT', path: '/lokus', body: { units: ['DINKES'] } },
  { by: coordinator, method: 'PUT', path: '/phases/mandiri/units', body: { units: ['DINKES'] } },
  {
    by: coordinator,
    method: 'POST',
    path: '/assignments',
    body: { assignments: [{ assessor: 'A3', unit: 'DLH' }] },
  },
  { by: dinkes, method: 'POST', path: '/units/DINKES/copy', body: { from: 'tahun-lalu' } },
  {
    by: coordinator,
    method: 'POST',
    path: '/changes/preview',
    body: { commands: [{ do: 'override', phase: 'dokumen', reason: 'x' }] },
  },
  {
    by: coordinator,
    method: 'POST',
    path: '/changes',
    body: { commands: [{ do: 'pause' }], shown: '0'.repeat(64) },
  },
  {
    by: coordinator,
    method: 'POST',
    path: '/extension-requests/EVIDENCE/preview',
    body: { closes: '2025-09-17' },
  },
  {
    by: coordinator,
    method: 'POST',
    path: '/extension-requests/EVIDENCE/grant',
    body: { closes: '2025-09-17', shown: '0'.repeat(64), note: 'x' },
  },
  {
    by: coordinator,
    method: 'POST',
    path: '/extension-requests/EVIDENCE/refuse',
    body: { reason: 'x' },
  },
];
