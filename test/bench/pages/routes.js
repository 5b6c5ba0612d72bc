// What is measured: every GET route of the desks that the specs know, and of the API by its document.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../dist/src/platform/package-root.js';

const values = {
  ...{ ':cycle': 'spbe-2025', ':unit': 'DINKOMINFO', ':indicator': '1', ':year': '2024' },
  ':phase': 'penilaian-mandiri',
};
const reviewed = '/asesor/:cycle/:phase/:unit/:indicator';
/** What a page cannot be opened without. */
const queries = {
  '/coba': '?cara=nobody',
  '/orang/opd': '?kode=DINKOMINFO',
  '/orang/opd/hentikan': '?kode=DINKOMINFO',
  '/orang/asesor': '?kode=A1',
  '/orang/asesor/hapus': '?kode=A1',
  '/tahun-lalu/templat': '?instrumen=pemdi-2026',
  '/jadwal-surat': '?hari=semua',
};
const people = {
  '/pimpinan': 'kepala@dinkominfo.example.test',
  '/opd': 'admin@dinkominfo.example.test',
  '/kerja': 'admin@dinkominfo.example.test',
  '/surel': 'admin@dinkominfo.example.test',
  '/akun': 'admin@dinkominfo.example.test',
  '/asesor': 'a7@example.test',
};
const coordinator = 'koordinator@dinkominfo.example.test';
/** Not desks of a role, which the table of the desks does not hold. */
const personal = ['/', '/akun', '/akun/surel', '/akun/kalender', '/akun/token', '/hasil'];

export function desks() {
  const text = readFileSync(join(packageRoot, 'test', 'web', 'desk-routes.ts'), 'utf8');
  const bases = Object.fromEntries(
    [...text.matchAll(/^const (office|opd|asesor) = '([^']+)';/gm)].map(([, name, path]) => [
      name,
      path,
    ]),
  );
  const own = [...text.matchAll(/method: 'GET', +route: (`[^`]+`|'[^']+'|\w+),/g)].map(
    ([, route]) =>
      (bases[route] ?? route.slice(1, -1)).replace(/\$\{(\w+)\}/, (_, name) => bases[name]),
  );
  return [...new Set([...personal, ...own])].map((route) => ({ route, ...asked(route) }));
}

export function api({ paths }) {
  return Object.entries(paths)
    .filter(([, operations]) => 'get' in operations)
    .map(([path]) => path.replaceAll(/\{(\w+)\}/g, ':$1'))
    .map((route) => ({ route, path: filled(route), email: coordinator }));
}

function asked(route) {
  const [, first] = route.split('/');
  const desk = route.replace('/koordinator/:cycle', '');
  const email = people[`/${first}`] ?? coordinator;
  const path =
    route === reviewed
      ? '/asesor/spbe-2025/penilaian-dokumen/DINKOMINFO/1'
      : filled(route.replace('{/:unit}', '/:unit'));
  return { email, path: `${path}${queries[desk] ?? ''}` };
}

function filled(route) {
  return route.replaceAll(/:\w+/g, (name) => values[name] ?? name);
}
