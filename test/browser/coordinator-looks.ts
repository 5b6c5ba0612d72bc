import { a1, coordinator } from '../api/small-city.js';
import { cycle } from './town.js';

const office = `/koordinator/${cycle}`;

/** What coordinators see of what is to come and of what came late, while assessors judge. */
// prettier-ignore
export const ofCoordinators: readonly (readonly [who: string, path: string, status: number])[] = [
  [coordinator, `${office}/jadwal-surat?hari=semua`, 200],
  [coordinator, `${office}/jadwal-surat/kalender`, 200],
  [coordinator, `${office}/jadwal-surat/surat?waktu=2025-09-18T01:00:00Z&kepada=${a1}`, 200],
  [coordinator, `${office}/jadwal-surat/surat`,  404],
  [coordinator, `${office}/kalender`,            200],
  [coordinator, `${office}/perubahan/berkas`,    200],
  [coordinator, `${office}/keputusan/dispensasi/REQUEST`, 200],
  [coordinator, `${office}/keputusan/dispensasi/REQUEST?sampai=2025-09-22`, 200],
  [coordinator, `${office}/keputusan/dispensasi/REQUEST?sampai=2025-02-30`, 200],
  [coordinator, `${office}/gangguan`,            200],
  [coordinator, `${office}/andaikan?tingkat-1=5`, 200],
  [coordinator, `${office}/andaikan?tingkat-1=7`, 422],
  [coordinator, `${office}/andaikan/banding`,    422],
  [coordinator, `${office}/jalan-ke-target`,     200],
  [coordinator, `${office}/jalan-ke-target?tujuan=angka&angka=9`, 422],
  [coordinator, `${office}/tren`,                200],
  [coordinator, `/pimpinan/${cycle}/tren`,       200],
  [coordinator, `${office}/tahun-lalu`,          200],
  [coordinator, `${office}/tahun-lalu/hasil/2024`, 404],
  [coordinator, `${office}/kemajuan`,            200],
  [coordinator, `${office}/laporan`,             200],
  [coordinator, `${office}/hasil-publik`,        200],
  [coordinator, `${office}/coba`,                200],
  [coordinator, `${office}/coba?cara=everybody`, 200],
];

/** Files, and how what comes of them begins: as it would be, and what is wrong with it. */
export const imports = [
  {
    ...{ kind: 'penugasan', then: 'what it would change', name: 'penugasan.csv' },
    text: 'OPD,Asesor\nDINKES,A2\nDLH,A1; A3\n',
    says: 'penugasan akan ditambahkan',
  },
  {
    ...{ kind: 'penugasan', then: 'what is wrong', name: `${'penugasan'.repeat(9)}.csv` },
    text: 'OPD,Asesor\nENTAH,A1\nDLH,A99\n',
    says: '2 hal perlu diperbaiki',
  },
  {
    ...{ kind: 'orang', then: 'what it would change', name: 'peserta.csv' },
    text: 'Kode OPD,Nama OPD,Nama admin,Surel admin\nBARU,Dinas Baru,Bu Ani,ani@baru.test\n',
    says: '1 OPD ditambahkan',
  },
  {
    ...{ kind: 'orang', then: 'what is wrong', name: 'peserta.csv' },
    text: 'Kode OPD,Nama OPD,Nama admin,Surel admin\nBARU,Dinas Baru,Bu Ani,bukan surel\n',
    says: '1 hal perlu diperbaiki',
  },
];
