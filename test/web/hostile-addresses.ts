import { hostile } from './hostile-desks.js';
import { desk } from './hostile-pages.js';

/** Pages of what is planned, as nobody would ask for them. */
export const strange = [
  'andaikan?tingkat-45[]=3&dasar[a]=klaim&__proto__=x',
  `andaikan?tingkat-45=3&dasar=${encodeURIComponent(hostile('basis'))}`,
  'andaikan?dasar=constructor&disimpan=%00',
  'jalan-ke-target?tujuan=__proto__&angka[]=4',
  'tahun-lalu?tersimpan=%00',
  'hasil-publik?shown[]=yes',
  'tren?urut=__proto__&cari=%00',
];

/** What is typed last has to be given back. */
export const givenBack = [
  ['andaikan?tingkat-45=', 422],
  ['andaikan/banding?varian[a]=x&varian[b]=', 422],
  ['andaikan/banding?varian=x&varian=', 404],
  ['jalan-ke-target?tujuan=angka&angka=', 422],
] as const;

export const nowhere = [
  `${desk}/..%2f`,
  `${desk}/tahun-lalu/hasil/1e9`,
  `${desk}/tahun-lalu/hasil/99999999999`,
  `${desk}/tahun-lalu/hasil/%00`,
  '/koordinator/%00',
  '/koordinator/%ff',
  `/opd/${encodeURIComponent(hostile('x'))}/DINKES`,
  `/opd/kota-kecil/${encodeURIComponent(hostile('x'))}`,
  '/opd/kota-kecil/DINKES/indikator/1e99',
  '/opd/kota-kecil/DINKES/indikator/x',
  '/opd/kota-kecil/DINKES/indikator/99999999999999999999',
  '/opd/kota-kecil/DINKES/bukti/x',
  '/asesor/kota-kecil/dokumen/DINKES/-1',
  '/kerja/%00/%00/%00',
  `/pimpinan/${'x'.repeat(5000)}`,
];
