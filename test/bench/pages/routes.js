// What is measured: every GET route of the desks that the specs know, and of the API by its document.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../dist/src/platform/package-root.js';
import { coordinator, cycle, late, removable } from './made.js';

const values = {
  ...{ ':cycle': cycle, ':unit': 'DINKOMINFO', ':indicator': '1', ':year': '2024' },
  ':phase': 'penilaian-mandiri',
};
/** Where something else is in its place, or somebody else is asked. */
const others = {
  '/asesor/:cycle/:phase/:unit/:indicator': { values: { ':phase': 'penilaian-dokumen' } },
  '/koordinator/:cycle/nota-dinas/:unit': { values: { ':unit': late.unit } },
  '/opd/:cycle/:unit/dispensasi/:request/surat': {
    ...{ values: { ':unit': late.unit }, email: late.admin },
  },
  // Heads of units have it when the result is out.
  '/pimpinan/:cycle/laporan/:report': { email: coordinator },
  // All that it does is to say where the work is.
  '/kerja/:cycle/:phase{/:unit}': { status: 303 },
};
/** What a page cannot be opened without. */
const queries = {
  '/coba': '?cara=nobody',
  '/orang/opd': '?kode=DINKOMINFO',
  '/orang/opd/hentikan': '?kode=DINKOMINFO',
  '/orang/asesor': '?kode=A1',
  '/orang/asesor/hapus': `?kode=${removable.assessor}`,
  '/orang/koordinator/hapus': `?surel=${removable.coordinator}`,
  '/penugasan/asesor/lepas': '?opd=SETDA&asesor=A1',
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
/** Not desks of a role, which the table of the desks does not hold. */
const personal = ['/', '/akun', '/akun/surel', '/akun/kalender', '/akun/token', '/hasil'];

/** @param made what the city was given for it */
export function desks(made) {
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
  return [...new Set([...personal, ...own])].map((route) => ({ route, ...asked(route, made) }));
}

export function api({ paths }, { ids }) {
  return Object.entries(paths)
    .filter(([, operations]) => 'get' in operations)
    .map(([path]) => path.replaceAll(/\{(\w+)\}/g, ':$1'))
    .map((route) => ({ route, path: filled(route, ids), email: coordinator }));
}

function asked(route, made) {
  const [, first] = route.split('/');
  const desk = route.replace('/koordinator/:cycle', '');
  const { values: own, ...other } = others[route] ?? {};
  const path = filled(route.replace('{/:unit}', '/:unit'), { ...made.ids, ...own });
  const query = queries[desk] ?? made.queries[desk] ?? '';
  return { email: people[`/${first}`] ?? coordinator, path: `${path}${query}`, ...other };
}

function filled(route, found) {
  return route.replaceAll(/:\w+/g, (name) => found[name] ?? values[name] ?? name);
}
