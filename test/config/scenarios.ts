import { Temporal } from 'temporal-polyfill';
import { loadScenario, type Scenario } from '../../src/engine/scenario/file.js';
import { officeWith, problemsOf } from './office.js';

export const person = (name: string) => `{ name: ${name}, email: ${name}@example.test }`;

export const cycle = (pad: string) =>
  [
    'code: uji',
    'title: Uji coba',
    'timezone: Asia/Jakarta',
    'sendAt: "08:00"',
    'instrument: spbe-2020',
    'phases:',
    '  - { code: mandiri, title: Mandiri, kind: self-assessment, opens: 2025-09-01, closes: 2025-09-30 }',
  ]
    .map((line) => `${pad}${line}\n`)
    .join('');

export const people = (pad: string) =>
  [
    `coordinators: [${person('koordinator')}]`,
    `units: [{ code: DINKES, name: Dinas Kesehatan, admins: [${person('admin')}] }]`,
  ]
    .map((line) => `${pad}${line}\n`)
    .join('');

export const head = `start: 2025-08-31T07:00:00+07:00
end: 2025-10-05T00:00:00+07:00
`;

export const inline = `${head}cycle:\n${cycle('  ')}people:\n${people('  ')}events:\n`;

/** The line of the first event. */
export const firstEvent = inline.split('\n').length;

export const at = 'at: 2025-09-20T10:00:00+07:00';

export const instant = (text: string) => Temporal.Instant.from(text);

export function load(text: string, files: Readonly<Record<string, string>> = {}): Scenario {
  const folder = officeWith({ ...files, 'scenarios/uji.yaml': text });
  return loadScenario(folder, `${folder.root}/scenarios/uji.yaml`);
}

export function problemsIn(text: string, files: Readonly<Record<string, string>> = {}): string[] {
  const folder = officeWith({ ...files, 'scenarios/uji.yaml': text });
  return problemsOf(folder, () => loadScenario(folder, `${folder.root}/scenarios/uji.yaml`));
}
