/** What some routes cannot be opened without, and the scenario has nobody do. */
import { setTimeout } from 'node:timers/promises';
import { loadInstrument } from '../../../dist/src/assessment/instrument-file.js';
import { formOf, hiddenIn, visit } from './visitor.js';

export const cycle = 'spbe-2025';
export const coordinator = 'koordinator@dinkominfo.example.test';
/** Not in time with its self-assessment: the only one to whom a reminder can be written, and who can ask for more time. */
export const late = { unit: 'KESBANGPOL', admin: 'admin@kesbangpol.example.test' };
/** Nobody whom the city has can be removed: without them something would be left to nobody. */
export const removable = { assessor: 'A9', coordinator: 'kedua@dinkominfo.example.test' };
const office = `/koordinator/${cycle}`;

/** As the coordinator fills them in. */
const forms = [
  ['orang/asesor', { act: 'add', code: removable.assessor, name: 'Asesor', email: 'a9@x.test' }],
  ['orang/koordinator', { name: 'Koordinator kedua', email: removable.coordinator }],
  ['webhook', { url: 'https://example.test/', events: 'phase.closed' }],
  ['andaikan/varian', { nama: 'Satu', 'tingkat-22': '3' }],
  ['andaikan/varian', { nama: 'Dua', 'tingkat-12': '4' }],
  ['laporan', { format: 'pdf' }],
];

/** The parts of paths that are ids, each with a statement that finds one. */
const ids = {
  ':evidence': `SELECT id FROM evidence WHERE cycle = '${cycle}' AND indicator = 1 AND level = 5`,
  ':request': 'SELECT id FROM extension_request',
  ':report': 'SELECT id FROM report_document',
  ':webhook': 'SELECT id FROM webhook',
  ':id': `SELECT id FROM mail WHERE cycle = '${cycle}' AND "to"->>'email' = 'admin@dinkominfo.example.test'`,
};

/**
 * Asks for it where people do.
 * @param ask says one statement to the database
 * @returns what paths are filled with: ids, and queries by the page that wants them
 */
export async function makeMissing(origin, ask, config) {
  const desk = await visit(origin, coordinator);
  for (const [form, fields] of forms) await desk.post(`${office}/${form}`, fields);
  await askForTime(origin);
  await importEarlier(desk, config);
  await untilDone(ask);
  const found = {};
  for (const [name, statement] of Object.entries(ids)) {
    const [row] = await ask(`${statement} LIMIT 1`);
    found[name] = row.id;
  }
  const variants = await ask('SELECT id FROM variant');
  const compared = new URLSearchParams(variants.map(({ id }) => ['varian', id]));
  const mail = await comingMail(desk);
  return {
    ids: found,
    queries: {
      '/andaikan/banding': `?${compared}`,
      '/jadwal-surat/surat': mail,
      '/jadwal-surat/surat/isi': mail,
    },
  };
}

/** With a letter, as of whoever is late. */
async function askForTime(origin) {
  const unit = await visit(origin, late.admin);
  const asked = {
    ...{ phase: 'penilaian-mandiri', closes: '2025-11-14', reason: 'Gedung pindah', letter: '1' },
  };
  const letter = { name: 'surat.pdf', content: '%PDF-1.4\ntrailer<<>>\n%%EOF\n' };
  await unit.post(`/opd/${cycle}/${late.unit}/dispensasi`, formOf(asked, letter));
}

/** The year before, by a table in which every level is 3: first shown, then taken as it was shown. */
async function importEarlier(desk, config) {
  const { indicators } = loadInstrument(config, 'spbe-2020');
  const rows = indicators.map(({ no, name }) => `${no};"${name}";3`);
  const content = ['No;Nama indikator;Tingkat terverifikasi', ...rows].join('\n');
  const stated = { year: '2024', instrument: 'spbe-2020', index: '3,00', predikat: 'Baik' };
  const page = `${office}/tahun-lalu`;
  const file = { name: 'hasil.csv', content };
  const shown = await desk.post(`${page}/pratinjau`, formOf(stated, file));
  await desk.post(`${page}/simpan`, formOf(hiddenIn(shown)));
}

/** A report is made after it was asked for. */
async function untilDone(ask) {
  for (let turn = 0; turn < 300; turn += 1) {
    const [{ left }] = await ask(
      `SELECT count(*)::int AS left FROM report_document WHERE state <> 'done'`,
    );
    if (left === 0) return;
    await setTimeout(100);
  }
  throw new Error('the report is not done after half a minute');
}

/** The query of the first mail that is to come. */
async function comingMail(desk) {
  const plan = await desk.get(`${office}/jadwal-surat?hari=semua`);
  const [, query] = /jadwal-surat\/surat(\?[^"]+)"/.exec(plan);
  return query.replaceAll('&amp;', '&');
}
