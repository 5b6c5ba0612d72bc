import type { INestApplication } from '@nestjs/common';
import { routesOf } from '../api/api-routes.js';
import { a1, a2, coordinator, dinkes, dlh } from '../api/small-city.js';

/** What people are to DINKES and its indicator 1, in the order in which the table names answers. */
export const roles = {
  'the coordinator': coordinator,
  'an admin of the unit': dinkes,
  'an admin of another unit': dlh,
  'its head': 'head@dinkes.test',
  'its assessor': a1,
  "another unit's assessor": a2,
} as const;

export type Role = keyof typeof roles;

type Answers = readonly [number, number, number, number, number, number];

export interface DeskRoute {
  readonly method: 'GET' | 'POST';
  /** As the server knows it. */
  readonly route: string;
  /**
   * `FILE` stands for the id of a file, `LINK` for that of a link, `MAIL` for that of a mail to the admin, and
   * `REQUEST` for that of a request of the unit for more time.
   */
  readonly path: string;
  readonly answers: Answers;
  readonly fields?: Readonly<Record<string, string>>;
  /** The form brings a file. */
  readonly uploads?: boolean;
}

const office = '/koordinator/:cycle';
const opd = '/opd/:cycle/:unit';
const own = '/opd/kota-kecil/DINKES';
const asesor = '/asesor/:cycle';
const reviews = '/asesor/kota-kecil';
const typed = { version: '0', level: '2', fact: 'x', analysis: 'x' };
const link = { level: '2', unit: 'DINKES', name: 'x', url: 'https://a.test' };

/** Everything that does not need a review, as of the self-assessment. Whoever may act acts last. */
// prettier-ignore
export const whileWriting: readonly DeskRoute[] = [
  //                                                                                 coor admin other head asr  asr2
  { method: 'GET',  route: office,                  path: '/koordinator/kota-kecil',           answers: [200, 403, 403, 403, 403, 403] },
  { method: 'GET',  route: `${office}/indikator`,   path: '/koordinator/kota-kecil/indikator', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'GET',  route: `${office}/matriks`,     path: '/koordinator/kota-kecil/matriks',   answers: [200, 403, 403, 403, 403, 403] },
  { method: 'GET',  route: `${office}/surat`,       path: '/koordinator/kota-kecil/surat',     answers: [200, 403, 403, 403, 403, 403] },
  // There is no such task.
  { method: 'POST', route: `${office}/diingatkan`, path: '/koordinator/kota-kecil/diingatkan', answers: [404, 403, 403, 403, 403, 403], fields: { task: 'x' } },
  // It is late with the briefing.
  { method: 'GET',  route: `${office}/nota-dinas/:unit`, path: '/koordinator/kota-kecil/nota-dinas/DINKES', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'GET',  route: `${office}/berita-acara`, path: '/koordinator/kota-kecil/berita-acara', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'GET',  route: `${office}/berita-acara/:phase`, path: '/koordinator/kota-kecil/berita-acara/sosialisasi', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'GET',  route: `${office}/berita-acara/:phase/unduh`, path: '/koordinator/kota-kecil/berita-acara/sosialisasi/unduh', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'GET',  route: `${office}/portal`, path: '/koordinator/kota-kecil/portal', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'GET',  route: `${office}/portal/berkas`, path: '/koordinator/kota-kecil/portal/berkas', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'GET',  route: `${office}/surat/kirim-ulang`, path: '/koordinator/kota-kecil/surat/kirim-ulang', answers: [200, 403, 403, 403, 403, 403] },
  // Nothing has failed, and there is no such mail.
  { method: 'POST', route: `${office}/surat/kirim-ulang`, path: '/koordinator/kota-kecil/surat/kirim-ulang', answers: [409, 403, 403, 403, 403, 403], fields: { shown: 'x' } },
  { method: 'POST', route: `${office}/surat/:mail/kirim-ulang`, path: '/koordinator/kota-kecil/surat/3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77/kirim-ulang', answers: [404, 403, 403, 403, 403, 403] },
  { method: 'POST', route: `${office}/surat/uji`, path: '/koordinator/kota-kecil/surat/uji', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'GET',  route: `${office}/jurnal`,      path: '/koordinator/kota-kecil/jurnal',    answers: [200, 403, 403, 403, 403, 403] },
  { method: 'GET',  route: `${office}/gangguan`,    path: '/koordinator/kota-kecil/gangguan',  answers: [200, 403, 403, 403, 403, 403] },
  { method: 'GET',  route: `${office}/keputusan`,   path: '/koordinator/kota-kecil/keputusan', answers: [200, 403, 403, 403, 403, 403] },
  // The assignment has lapsed, and nothing is to be settled yet: nobody can, not even who may.
  { method: 'POST', route: `${office}/keputusan/selesai`, path: '/koordinator/kota-kecil/keputusan/selesai', answers: [409, 404, 404, 404, 404, 404], fields: { phase: 'penetapan' } },
  { method: 'POST', route: `${office}/keputusan/beda/:phase/:indicator`, path: '/koordinator/kota-kecil/keputusan/beda/dokumen/1', answers: [404, 403, 404, 403, 403, 404], fields: { level: '2' } },
  // There is no result that could be shown.
  { method: 'GET',  route: `${office}/laporan`, path: '/koordinator/kota-kecil/laporan', answers: [200, 403, 403, 403, 403, 403] },
  // Nobody can have it in that format; who may ask at all is in the spec of the page.
  { method: 'POST', route: `${office}/laporan`, path: '/koordinator/kota-kecil/laporan', answers: [400, 400, 400, 400, 400, 400], fields: { format: 'docx' } },
  // There is no such report, and none is published.
  { method: 'GET',  route: `${office}/laporan/:report`, path: '/koordinator/kota-kecil/laporan/3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77', answers: [404, 404, 404, 404, 404, 404] },
  { method: 'GET',  route: '/pimpinan/:cycle/laporan/:report', path: '/pimpinan/kota-kecil/laporan/3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77', answers: [404, 404, 404, 404, 404, 404] },
  { method: 'GET',  route: `${office}/hasil-publik`, path: '/koordinator/kota-kecil/hasil-publik', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'POST', route: `${office}/hasil-publik`, path: '/koordinator/kota-kecil/hasil-publik', answers: [409, 403, 403, 403, 403, 403], fields: { shown: 'yes', reason: 'x' } },
  { method: 'GET',  route: `${office}/keputusan/dispensasi/:request`, path: '/koordinator/kota-kecil/keputusan/dispensasi/REQUEST', answers: [200, 403, 403, 403, 403, 403] },
  // What was shown is not what would come of it, and a refusal needs a reason.
  { method: 'POST', route: `${office}/keputusan/dispensasi/:request/setujui`, path: '/koordinator/kota-kecil/keputusan/dispensasi/REQUEST/setujui', answers: [409, 403, 404, 403, 404, 404], fields: { closes: '2025-09-17', shown: '0'.repeat(64) } },
  { method: 'POST', route: `${office}/keputusan/dispensasi/:request/tolak`, path: '/koordinator/kota-kecil/keputusan/dispensasi/REQUEST/tolak', answers: [422, 403, 403, 403, 403, 403], fields: { reason: '' } },
  // The letter is missing its number, and everything else.
  { method: 'POST', route: `${opd}/dispensasi`,     path: `${own}/dispensasi`,                 answers: [403, 422, 404, 403, 404, 404], uploads: true },
  { method: 'GET',  route: `${opd}/dispensasi/:request/surat`, path: `${own}/dispensasi/REQUEST/surat`, answers: [200, 200, 404, 404, 404, 404] },
  { method: 'POST', route: `${opd}/dispensasi/:request/tarik`, path: `${own}/dispensasi/REQUEST/tarik`, answers: [403, 303, 404, 403, 404, 404] },
  { method: 'GET',  route: `${office}/jadwal-surat`, path: '/koordinator/kota-kecil/jadwal-surat', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'GET',  route: `${office}/jadwal-surat/kalender`, path: '/koordinator/kota-kecil/jadwal-surat/kalender', answers: [200, 403, 403, 403, 403, 403] },
  // Of no mail that is to come.
  { method: 'GET',  route: `${office}/jadwal-surat/surat`, path: '/koordinator/kota-kecil/jadwal-surat/surat', answers: [404, 403, 403, 403, 403, 403] },
  { method: 'GET',  route: `${office}/jadwal-surat/surat/isi`, path: '/koordinator/kota-kecil/jadwal-surat/surat/isi', answers: [404, 403, 403, 403, 403, 403] },
  { method: 'GET',  route: `${office}/kalender`, path: '/koordinator/kota-kecil/kalender', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'POST', route: `${office}/kalender`, path: '/koordinator/kota-kecil/kalender', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'POST', route: `${office}/kalender/cabut`, path: '/koordinator/kota-kecil/kalender/cabut', answers: [303, 403, 403, 403, 403, 403] },
  // Nothing is chosen that it would be told of, and there is no such webhook.
  { method: 'GET',  route: `${office}/webhook`, path: '/koordinator/kota-kecil/webhook', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'POST', route: `${office}/webhook`, path: '/koordinator/kota-kecil/webhook', answers: [422, 403, 403, 403, 403, 403], fields: { url: 'https://a.test' } },
  { method: 'GET',  route: `${office}/webhook/:webhook`, path: '/koordinator/kota-kecil/webhook/3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77', answers: [404, 403, 403, 403, 403, 403] },
  { method: 'POST', route: `${office}/webhook/:webhook/rahasia`, path: '/koordinator/kota-kecil/webhook/3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77/rahasia', answers: [404, 403, 403, 403, 403, 403] },
  { method: 'POST', route: `${office}/webhook/:webhook/hapus`, path: '/koordinator/kota-kecil/webhook/3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77/hapus', answers: [404, 403, 403, 403, 403, 403] },
  { method: 'POST', route: `${office}/webhook/:webhook/kirim-ulang/:delivery`, path: '/koordinator/kota-kecil/webhook/3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77/kirim-ulang/3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77', answers: [404, 403, 403, 403, 403, 403] },
  { method: 'GET',  route: `${office}/coba`, path: '/koordinator/kota-kecil/coba?cara=nobody', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'GET',  route: `${office}/perubahan`, path: '/koordinator/kota-kecil/perubahan', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'POST', route: `${office}/perubahan/pratinjau`, path: '/koordinator/kota-kecil/perubahan/pratinjau', answers: [200, 403, 403, 403, 403, 403], fields: { do: 'pause' } },
  // What was shown is not what would come of it.
  { method: 'POST', route: `${office}/perubahan/terapkan`, path: '/koordinator/kota-kecil/perubahan/terapkan', answers: [409, 403, 403, 403, 403, 403], fields: { commands: '[{"do":"pause"}]', shown: '0'.repeat(64) } },
  { method: 'GET',  route: `${office}/perubahan/libur`, path: '/koordinator/kota-kecil/perubahan/libur', answers: [200, 403, 403, 403, 403, 403] },
  // A PDF is no holidays file.
  { method: 'POST', route: `${office}/perubahan/libur/pratinjau`, path: '/koordinator/kota-kecil/perubahan/libur/pratinjau', answers: [422, 403, 403, 403, 403, 403], uploads: true },
  { method: 'GET',  route: `${office}/perubahan/berkas`, path: '/koordinator/kota-kecil/perubahan/berkas', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'POST', route: `${office}/perubahan/berkas`, path: '/koordinator/kota-kecil/perubahan/berkas', answers: [200, 403, 403, 403, 403, 403], fields: { file: 'x' } },
  // There is no such cycle file.
  { method: 'POST', route: `${office}/perubahan/berkas/pratinjau`, path: '/koordinator/kota-kecil/perubahan/berkas/pratinjau', answers: [422, 403, 403, 403, 403, 403], fields: { file: 'x' } },
  { method: 'POST', route: `${office}/perubahan/berkas/terapkan`, path: '/koordinator/kota-kecil/perubahan/berkas/terapkan', answers: [422, 403, 403, 403, 403, 403], fields: { file: 'x', shown: '0'.repeat(64) } },
  { method: 'GET',  route: `${office}/penugasan`, path: '/koordinator/kota-kecil/penugasan', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'GET',  route: `${office}/penugasan/usulan`, path: '/koordinator/kota-kecil/penugasan/usulan', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'GET',  route: `${office}/penugasan/unduh`, path: '/koordinator/kota-kecil/penugasan/unduh', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'POST', route: `${office}/penugasan/penanggung-jawab`, path: '/koordinator/kota-kecil/penugasan/penanggung-jawab', answers: [303, 403, 403, 403, 403, 403], fields: { indicator: '5', lead: 'DINSOS' } },
  { method: 'POST', route: `${office}/penugasan/asesor`, path: '/koordinator/kota-kecil/penugasan/asesor', answers: [303, 403, 403, 403, 403, 403], fields: { unit: 'DINSOS', assessor: 'A1' } },
  { method: 'GET',  route: `${office}/penugasan/asesor/lepas`, path: '/koordinator/kota-kecil/penugasan/asesor/lepas?opd=DINSOS&asesor=A1', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'POST', route: `${office}/penugasan/asesor/lepas`, path: '/koordinator/kota-kecil/penugasan/asesor/lepas', answers: [409, 403, 403, 403, 403, 403], fields: { unit: 'DINSOS', assessor: 'A1', shown: 'x' } },
  // What was shown is not what would be done, and a PDF is no spreadsheet: said to who may, not to others.
  { method: 'POST', route: `${office}/penugasan/usulan`, path: '/koordinator/kota-kecil/penugasan/usulan', answers: [409, 403, 403, 403, 403, 403], fields: { perUnit: '1', shown: 'x' } },
  { method: 'POST', route: `${office}/penugasan/impor`, path: '/koordinator/kota-kecil/penugasan/impor', answers: [422, 403, 403, 403, 403, 403], uploads: true },
  { method: 'POST', route: `${office}/penugasan/impor/terapkan`, path: '/koordinator/kota-kecil/penugasan/impor/terapkan', answers: [422, 403, 403, 403, 403, 403], uploads: true },
  { method: 'GET',  route: `${office}/orang`, path: '/koordinator/kota-kecil/orang', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'GET',  route: `${office}/orang/peran`, path: '/koordinator/kota-kecil/orang/peran', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'GET',  route: `${office}/orang/unduh`, path: '/koordinator/kota-kecil/orang/unduh', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'POST', route: `${office}/orang/impor`, path: '/koordinator/kota-kecil/orang/impor', answers: [422, 403, 403, 403, 403, 403], uploads: true },
  { method: 'POST', route: `${office}/orang/impor/terapkan`, path: '/koordinator/kota-kecil/orang/impor/terapkan', answers: [422, 403, 403, 403, 403, 403], uploads: true },
  // Forms come back with what is missing; what was shown is not what would be done.
  { method: 'GET',  route: `${office}/orang/opd`, path: '/koordinator/kota-kecil/orang/opd?kode=DLH', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'POST', route: `${office}/orang/opd`, path: '/koordinator/kota-kecil/orang/opd', answers: [422, 403, 403, 403, 403, 403], fields: { act: 'change', code: 'DLH', name: '', adminName: '', adminEmail: '' } },
  { method: 'GET',  route: `${office}/orang/opd/hentikan`, path: '/koordinator/kota-kecil/orang/opd/hentikan?kode=DLH', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'POST', route: `${office}/orang/opd/hentikan`, path: '/koordinator/kota-kecil/orang/opd/hentikan', answers: [409, 403, 403, 403, 403, 403], fields: { who: 'DLH', shown: 'x' } },
  { method: 'GET',  route: `${office}/orang/asesor`, path: '/koordinator/kota-kecil/orang/asesor?kode=A3', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'POST', route: `${office}/orang/asesor`, path: '/koordinator/kota-kecil/orang/asesor', answers: [422, 403, 403, 403, 403, 403], fields: { act: 'add', code: 'A9', name: '', email: '' } },
  { method: 'GET',  route: `${office}/orang/asesor/hapus`, path: '/koordinator/kota-kecil/orang/asesor/hapus?kode=A3', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'POST', route: `${office}/orang/asesor/hapus`, path: '/koordinator/kota-kecil/orang/asesor/hapus', answers: [409, 403, 403, 403, 403, 403], fields: { who: 'A3', shown: 'x' } },
  { method: 'GET',  route: `${office}/orang/koordinator`, path: '/koordinator/kota-kecil/orang/koordinator', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'POST', route: `${office}/orang/koordinator`, path: '/koordinator/kota-kecil/orang/koordinator', answers: [422, 403, 403, 403, 403, 403], fields: { name: '', email: '' } },
  { method: 'GET',  route: `${office}/orang/sekda`, path: '/koordinator/kota-kecil/orang/sekda', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'POST', route: `${office}/orang/sekda`, path: '/koordinator/kota-kecil/orang/sekda', answers: [422, 403, 403, 403, 403, 403], fields: { name: 'x', email: '' } },
  { method: 'GET',  route: `${office}/orang/koordinator/hapus`, path: `/koordinator/kota-kecil/orang/koordinator/hapus?surel=${coordinator}`, answers: [409, 403, 403, 403, 403, 403] },
  { method: 'POST', route: `${office}/orang/koordinator/hapus`, path: '/koordinator/kota-kecil/orang/koordinator/hapus', answers: [409, 403, 403, 403, 403, 403], fields: { who: coordinator, shown: 'x' } },
  { method: 'GET',  route: '/surel',                path: '/surel',                            answers: [200, 200, 200, 200, 200, 200] },
  { method: 'GET',  route: '/surel/:id',            path: '/surel/MAIL',                       answers: [200, 200, 404, 404, 404, 404] },
  { method: 'GET',  route: `${office}/andaikan`, path: '/koordinator/kota-kecil/andaikan', answers: [200, 403, 403, 200, 403, 403] },
  // Nobody has named it, there is no such variant, and only one is named.
  { method: 'POST', route: `${office}/andaikan/varian`, path: '/koordinator/kota-kecil/andaikan/varian', answers: [422, 403, 403, 403, 403, 403], fields: { nama: '' } },
  { method: 'POST', route: `${office}/andaikan/varian/:variant/hapus`, path: '/koordinator/kota-kecil/andaikan/varian/3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77/hapus', answers: [404, 403, 403, 403, 403, 403] },
  { method: 'GET',  route: `${office}/andaikan/banding`, path: '/koordinator/kota-kecil/andaikan/banding?varian=x', answers: [422, 403, 403, 422, 403, 403] },
  { method: 'GET',  route: `${office}/jalan-ke-target`, path: '/koordinator/kota-kecil/jalan-ke-target', answers: [200, 403, 403, 200, 403, 403] },
  { method: 'POST', route: `${office}/jalan-ke-target/bobot`, path: '/koordinator/kota-kecil/jalan-ke-target/bobot', answers: [303, 403, 403, 403, 403, 403], fields: { 'upaya-1': '2' } },
  { method: 'GET',  route: `${office}/kemajuan`,   path: '/koordinator/kota-kecil/kemajuan', answers: [200, 403, 403, 200, 403, 403] },
  { method: 'GET',  route: '/pimpinan/:cycle',      path: '/pimpinan/kota-kecil',              answers: [200, 403, 403, 200, 403, 403] },
  { method: 'GET',  route: '/pimpinan/:cycle/tren', path: '/pimpinan/kota-kecil/tren',         answers: [200, 403, 403, 200, 403, 403] },
  { method: 'GET',  route: `${office}/tren`,        path: '/koordinator/kota-kecil/tren',      answers: [200, 403, 403, 403, 403, 403] },
  { method: 'GET',  route: `${office}/tahun-lalu`, path: '/koordinator/kota-kecil/tahun-lalu', answers: [200, 403, 403, 403, 403, 403] },
  { method: 'GET',  route: `${office}/tahun-lalu/templat`, path: '/koordinator/kota-kecil/tahun-lalu/templat?instrumen=pemdi-2026', answers: [200, 403, 403, 403, 403, 403] },
  // Nothing has been imported, a PDF is no table, and nothing is said of the year.
  { method: 'GET',  route: `${office}/tahun-lalu/hasil/:year`, path: '/koordinator/kota-kecil/tahun-lalu/hasil/2024', answers: [404, 403, 403, 403, 403, 403] },
  { method: 'POST', route: `${office}/tahun-lalu/pratinjau`, path: '/koordinator/kota-kecil/tahun-lalu/pratinjau', answers: [422, 403, 403, 403, 403, 403], uploads: true },
  { method: 'POST', route: `${office}/tahun-lalu/simpan`, path: '/koordinator/kota-kecil/tahun-lalu/simpan', answers: [422, 403, 403, 403, 403, 403], uploads: true },
  { method: 'GET',  route: '/kerja/:cycle/:phase{/:unit}', path: '/kerja/kota-kecil/mandiri/DINKES', answers: [303, 303, 303, 303, 303, 303] },
  { method: 'GET',  route: opd,                     path: own,                                 answers: [200, 200, 404, 200, 404, 404] },
  // The cycle has nothing that it could take of itself.
  { method: 'POST', route: `${opd}/mulai`,          path: `${own}/mulai`,                      answers: [404, 303, 404, 404, 404, 404], fields: { from: 'kota-kecil' } },
  { method: 'GET',  route: `${opd}/indikator/:indicator`, path: `${own}/indikator/1`,          answers: [200, 200, 404, 200, 404, 404] },
  { method: 'GET',  route: `${opd}/bukti/:evidence`, path: `${own}/bukti/FILE`,                answers: [200, 200, 404, 200, 404, 404] },
  { method: 'POST', route: `${opd}/indikator/:indicator`, path: `${own}/indikator/1`,          answers: [403, 303, 404, 403, 403, 404], fields: typed },
  { method: 'POST', route: `${opd}/indikator/:indicator/simpan`, path: `${own}/indikator/1/simpan`, answers: [403, 201, 404, 403, 403, 404], fields: { ...typed, version: '1' } },
  { method: 'POST', route: `${opd}/indikator/:indicator/berkas-dan-draf`, path: `${own}/indikator/1/berkas-dan-draf`, answers: [403, 303, 404, 403, 403, 404], fields: { ...typed, version: '2', evidenceLevel: '2' }, uploads: true },
  { method: 'POST', route: `${opd}/indikator/:indicator/pesan`, path: `${own}/indikator/1/pesan`, answers: [303, 303, 404, 403, 303, 404], fields: { text: 'x' } },
  { method: 'POST', route: `${opd}/indikator/:indicator/berkas`, path: `${own}/indikator/1/berkas`, answers: [403, 303, 404, 403, 403, 404], uploads: true },
  { method: 'POST', route: `${opd}/indikator/:indicator/tautan`, path: `${own}/indikator/1/tautan`, answers: [403, 303, 404, 403, 403, 404], fields: link },
  { method: 'POST', route: `${opd}/bukti/:evidence/hapus`, path: `${own}/bukti/LINK/hapus`,    answers: [403, 303, 404, 403, 403, 404] },
  { method: 'POST', route: `${opd}/indikator/:indicator/nihil`, path: `${own}/indikator/2/nihil`, answers: [403, 303, 404, 403, 403, 404], fields: { reason: 'x' } },
  { method: 'POST', route: `${office}/keputusan/nihil/:indicator`, path: '/koordinator/kota-kecil/keputusan/nihil/2', answers: [303, 403, 404, 403, 403, 404], fields: { approved: 'yes' } },
  { method: 'POST', route: `${opd}/indikator/:indicator/nihil/tarik`, path: `${own}/indikator/2/nihil/tarik`, answers: [403, 303, 404, 403, 403, 404] },
  // Rule 8: a task is finished by who has it; for everybody else there is none.
  { method: 'POST', route: `${opd}/kirim`,          path: `${own}/kirim`,                      answers: [404, 422, 404, 404, 404, 404], fields: { phase: 'mandiri' } },
];

/** What assessors do, as of the review. */
// prettier-ignore
export const whileReviewing: readonly DeskRoute[] = [
  { method: 'GET',  route: asesor,                  path: reviews,                             answers: [404, 404, 404, 404, 200, 200] },
  { method: 'GET',  route: `${asesor}/bukti/:evidence`, path: `${reviews}/bukti/FILE`,         answers: [200, 200, 404, 200, 200, 404] },
  { method: 'GET',  route: `${asesor}/bukti/:evidence/lihat`, path: `${reviews}/bukti/FILE/lihat`, answers: [200, 200, 404, 200, 200, 404] },
  { method: 'GET',  route: `${asesor}/:phase/:unit/:indicator`, path: `${reviews}/dokumen/DINKES/1`, answers: [404, 404, 404, 404, 200, 404] },
  { method: 'POST', route: `${asesor}/indikator/:indicator/pesan`, path: `${reviews}/indikator/1/pesan`, answers: [303, 303, 404, 403, 303, 404], fields: { text: 'x' } },
  { method: 'POST', route: `${asesor}/:phase/:unit/:indicator`, path: `${reviews}/dokumen/DINKES/1`, answers: [404, 404, 404, 404, 303, 404], fields: { version: '0', level: '1' } },
  { method: 'POST', route: `${asesor}/:phase/:unit/setuju`, path: `${reviews}/dokumen/DINKES/setuju`, answers: [404, 404, 404, 404, 303, 404], fields: { indicator: '1' } },
  // Rule 18 tells an assessor that this review was assigned to somebody else.
  { method: 'POST', route: `${asesor}/:phase/:unit/selesai`, path: `${reviews}/dokumen/DINKES/selesai`, answers: [404, 404, 404, 404, 422, 409] },
];

/** Open to everybody, who need not sign in. */
export const openToAll = ['GET /bahasa/:language'];

/** Not desks: the API, and what is there for whoever comes; each has specs of its own. */
const others =
  /^\/$|^\/(api|hasil|masuk|keluar|akun|kalender|demonstrasi|assets|health|metrics)(\/|$)/;

export function deskRoutesOf(app: INestApplication): string[] {
  return routesOf(app)
    .filter((route) => !others.test(route.slice(route.indexOf('/'))))
    .sort();
}
