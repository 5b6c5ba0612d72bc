import { form, type Body } from '../answers/scene.js';
import { pdf } from '../uploading.js';
import type { Rule } from './rules.js';

/** A request that would be taken, or refused for what it says, if it were for who asks alone. */
export interface AccessRoute {
  readonly request: string;
  /** `{evidence}` stands for the id of one that is DINKES's. */
  readonly path: string;
  readonly rule: Rule;
  readonly body?: Body;
}

const unseen = '0'.repeat(64);
const units = { units: ['DINKES', 'DLH', 'DINSOS'] };
const table = () => form('OPD,Asesor\nDLH,A2\n', {}, 'penugasan.csv');
const letter = async () => form(await pdf('surat'), { phase: 'mandiri' }, 'surat.pdf');
const proof = async () => form(await pdf('bukti'), { unit: 'DINKES', level: '9' });
const year = () => form('x', {}, 'hasil.csv');
const tried = { basis: 'klaim', levels: [{ indicator: 1, level: '2' }] };
const pause = { commands: [{ do: 'pause' }] };
const link = { url: 'https://a.test', name: 'x' };
const draft = { version: 9, level: '1', fact: 'x', analysis: 'x' };
const review = '/reviews/dokumen/DINKES';

/** Whatever takes something away comes last. */
// prettier-ignore
export const whileWriting: readonly AccessRoute[] = [
  { request: 'GET',    path: '',                                    rule: 'everybody' },
  { request: 'GET',    path: '/figures',                            rule: 'everybody' },
  { request: 'GET',    path: '/result',                             rule: 'everybody' },
  { request: 'GET',    path: '/indicators',                         rule: 'everybody' },
  { request: 'GET',    path: '/indicators/1',                       rule: 'the answer, read' },
  { request: 'GET',    path: '/reviews',                            rule: 'everybody' },
  { request: 'GET',    path: '/trend',                              rule: 'leaders' },
  { request: 'GET',    path: '/progress',                           rule: 'leaders' },
  { request: 'GET',    path: '/efforts',                            rule: 'leaders' },
  { request: 'GET',    path: '/variants',                           rule: 'leaders' },
  { request: 'POST',   path: '/what-if',                            rule: 'leaders', body: tried },
  { request: 'POST',   path: '/ways-to-target',                     rule: 'leaders', body: { basis: 'klaim', goal: 'target' } },
  { request: 'POST',   path: '/variants/compare',                   rule: 'leaders', body: { variants: ['3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77'] } },
  { request: 'GET',    path: '/versions',                           rule: 'coordinators' },
  { request: 'GET',    path: '/file',                               rule: 'coordinators' },
  { request: 'GET',    path: '/assignments/proposal',               rule: 'coordinators' },
  { request: 'GET',    path: '/assignments/export',                 rule: 'coordinators' },
  { request: 'GET',    path: '/minutes/penetapan',                  rule: 'coordinators' },
  { request: 'GET',    path: '/portal',                             rule: 'coordinators' },
  { request: 'GET',    path: '/portal-pack',                        rule: 'coordinators' },
  { request: 'GET',    path: '/earlier-results',                    rule: 'coordinators' },
  { request: 'GET',    path: '/reports',                            rule: 'coordinators' },
  { request: 'GET',    path: '/webhooks',                           rule: 'coordinators' },
  { request: 'GET',    path: '/webhooks/{webhook}/deliveries',      rule: 'coordinators' },
  { request: 'GET',    path: '/extension-requests',                 rule: 'everybody' },
  { request: 'GET',    path: '/extension-requests/{request}/letter', rule: 'the letter' },
  { request: 'GET',    path: '/evidence/{evidence}/file',           rule: 'the desk' },
  { request: 'GET',    path: '/reports/{report}/file',              rule: 'the report' },
  { request: 'PUT',    path: '/indicators/1/answer',                rule: 'the answer', body: draft },
  { request: 'PUT',    path: '/indicators/1/nihil',                 rule: 'the answer', body: { reason: 'x' } },
  { request: 'DELETE', path: '/indicators/1/nihil',                 rule: 'the answer' },
  { request: 'PUT',    path: '/indicators/1/nihil/decision',        rule: 'the decision', body: { approved: false, note: 'x' } },
  { request: 'POST',   path: '/indicators/1/files',                 rule: 'the answer', body: proof },
  { request: 'POST',   path: '/indicators/1/links',                 rule: 'the answer', body: { ...link, level: 2, unit: 'DINKES' } },
  { request: 'PUT',    path: '/evidence/{evidence}/file',           rule: 'the asking', body: async () => form(await pdf('bukti lain')) },
  { request: 'PUT',    path: '/evidence/{other}/link',           rule: 'the answer', body: link },
  { request: 'POST',   path: '/indicators/1/comments',              rule: 'the talk', body: { text: 'x', objection: false } },
  { request: 'POST',   path: '/units/DINKES/copy',                  rule: 'own task', body: { from: 'kota-kecil' } },
  { request: 'POST',   path: '/units/DINKES/extension-requests',    rule: 'the asking', body: letter },
  { request: 'POST',   path: '/finish',                             rule: 'own task', body: { phase: 'mandiri', unit: 'DINKES' } },
  { request: 'PUT',    path: '/indicators/1',                       rule: 'the decision', body: { lead: 'DINKES', title: 'x' } },
  { request: 'PUT',    path: '/indicators/1/external',              rule: 'the decision', body: { level: '9', note: 'x' } },
  { request: 'PUT',    path: '/efforts',                            rule: 'coordinators', body: { efforts: [] } },
  { request: 'POST',   path: '/variants',                           rule: 'coordinators', body: { ...tried, name: 'a' } },
  { request: 'PUT',    path: '/lokus',                              rule: 'coordinators', body: units },
  { request: 'PUT',    path: '/phases/dokumen/units',               rule: 'coordinators', body: units },
  { request: 'POST',   path: '/assignments',                        rule: 'coordinators', body: { assignments: [{ assessor: 'A1', unit: 'DINKES' }] } },
  { request: 'POST',   path: '/assignments/import/preview',         rule: 'coordinators', body: table },
  { request: 'POST',   path: '/assignments/import',                 rule: 'coordinators', body: table },
  { request: 'POST',   path: '/assignments/DINKES/A1/hand-over/A1', rule: 'coordinators' },
  { request: 'POST',   path: '/changes/preview',                    rule: 'coordinators', body: pause },
  { request: 'POST',   path: '/changes',                            rule: 'coordinators', body: { ...pause, shown: unseen } },
  { request: 'POST',   path: '/file/preview',                       rule: 'coordinators', body: { file: 'code: [' } },
  { request: 'POST',   path: '/file',                               rule: 'coordinators', body: { file: 'code: [', shown: unseen } },
  { request: 'POST',   path: '/earlier-results/preview',            rule: 'coordinators', body: year },
  { request: 'POST',   path: '/earlier-results',                    rule: 'coordinators', body: year },
  { request: 'POST',   path: '/extension-requests/{request}/preview', rule: 'the judging', body: { closes: '2025-09-17' } },
  { request: 'POST',   path: '/extension-requests/{request}/grant', rule: 'the judging', body: { closes: '2025-09-17', shown: unseen } },
  { request: 'POST',   path: '/extension-requests/{request}/refuse', rule: 'the judging', body: { reason: 'x' } },
  { request: 'POST',   path: '/webhooks',                           rule: 'coordinators', body: { url: 'https://dasbor.kota.example/siklus', events: ['phase.opened'] } },
  { request: 'POST',   path: '/webhooks/{webhook}/secret',          rule: 'coordinators' },
  { request: 'POST',   path: '/webhooks/{webhook}/deliveries/{delivery}/send-again', rule: 'coordinators' },
  { request: 'DELETE', path: '/evidence/{link}',                    rule: 'the answer' },
  { request: 'DELETE', path: '/extension-requests/{request}',       rule: 'the asking' },
  { request: 'DELETE', path: '/variants/{variant}',                 rule: 'coordinators' },
  { request: 'DELETE', path: '/webhooks/{webhook}',                 rule: 'coordinators' },
];

/** A1 has the file before it since the unit has submitted; nobody differs. */
// prettier-ignore
export const whileReviewing: readonly AccessRoute[] = [
  { request: 'GET',    path: '/evidence/{evidence}/file',           rule: 'the answer, read' },
  { request: 'PUT',    path: `${review}/evidence/{evidence}`,       rule: 'the review', body: { verdict: 'diterima' } },
  { request: 'PUT',    path: `${review}/indicators/1`,              rule: 'the review', body: { version: 0, level: '1', finding: false } },
  { request: 'POST',   path: `${review}/agree`,                     rule: 'the review', body: { indicators: [1] } },
  { request: 'PUT',    path: '/settlements/dokumen/1',              rule: 'the decision', body: { level: '9' } },
  { request: 'DELETE', path: '/assignments/DINKES/A1',              rule: 'coordinators' },
  { request: 'POST',   path: '/reports',                            rule: 'coordinators', body: { format: 'pdf' } },
];
