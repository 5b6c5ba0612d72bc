import { EarlierResults } from '../../src/assessment/earlier/earlier-results.service.js';
import { Targets } from '../../src/assessment/target/targets.service.js';
import type { Office } from '../api/office.js';
import { coordinator } from '../api/small-city.js';
import { hostile } from './hostile-desks.js';

const cycle = 'kota-kecil';

/** A year before Siklus and two variants, whose every word means harm. */
export async function hostilePlans(office: Office): Promise<void> {
  await importYear(office);
  const targets = office.site.app.get(Targets, { strict: false });
  for (const [name, level] of [
    ['v1', '4'],
    ['v2', '5'],
  ] as const) {
    const prospect = await targets.prospect(cycle, coordinator);
    const changes = { '45': level };
    await targets.keep(prospect, { name: hostile(name), basis: 'klaim', changes });
  }
}

async function importYear({ site }: Office): Promise<void> {
  const note = `"${hostile('year note').replaceAll('"', '""')}"`;
  const lines = Array.from({ length: 47 }, (_, at) => `${at + 1};3;${note}`);
  const bytes = Buffer.from(['No;Tingkat terverifikasi;Catatan', ...lines].join('\n'));
  const name = `${hostile('year file').replaceAll('/', '')}.csv`;
  const form = { year: '2023', instrument: 'spbe-2020', index: '3.10', predikat: 'Baik' };
  const consent = { differs: hostile('differs'), replaces: '' };
  await site.app
    .get(EarlierResults, { strict: false })
    .takeAs(cycle, hostile('importer'), { form, file: { name, bytes }, consent });
}
