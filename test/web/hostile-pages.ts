import { a1, coordinator, dinkes } from '../api/small-city.js';

export const head = 'head@dinkes.test';
export const desk = '/koordinator/kota-kecil';
export const answer = '/opd/kota-kecil/DINKES/indikator/45';

/** Every page of the desks, and what somebody wrote that has to be seen on it. */
export const pages: readonly { email: string; path: string; shows: readonly string[] }[] = [
  { email: coordinator, path: desk, shows: ['cycle', 'phase mandiri', 'unit DLH'] },
  { email: coordinator, path: `${desk}/indikator`, shows: ['title', 'unit DINKES'] },
  { email: coordinator, path: `${desk}/kemajuan`, shows: ['cycle', 'phase mandiri'] },
  { email: coordinator, path: `${desk}/hasil-publik`, shows: ['cycle'] },
  {
    email: coordinator,
    path: `${desk}/andaikan?dasar=klaim&tingkat-45=3`,
    shows: ['title', 'unit DINKES', 'v1', 'v2'],
  },
  { email: head, path: `${desk}/andaikan`, shows: ['title', 'unit DINKES', 'v1'] },
  {
    email: coordinator,
    path: `${desk}/andaikan/banding?varian=FIRST&varian=SECOND`,
    shows: ['title', 'v1', 'v2'],
  },
  { email: coordinator, path: `${desk}/jalan-ke-target`, shows: ['title', 'unit DINKES'] },
  { email: head, path: `${desk}/jalan-ke-target`, shows: ['title', 'unit DINKES'] },
  { email: coordinator, path: `${desk}/tren`, shows: ['cycle'] },
  { email: head, path: '/pimpinan/kota-kecil/tren', shows: ['cycle'] },
  { email: coordinator, path: `${desk}/tahun-lalu`, shows: ['importer'] },
  {
    email: coordinator,
    path: `${desk}/tahun-lalu/hasil/2023`,
    shows: ['year note', 'differs', 'importer'],
  },
  { email: coordinator, path: `${desk}/matriks`, shows: ['unit DINKES'] },
  { email: coordinator, path: `${desk}/surat`, shows: ['admin', 'phase mandiri'] },
  { email: coordinator, path: `${desk}/surat?kepada=koordinator`, shows: ['boss'] },
  {
    email: coordinator,
    path: `${desk}/gangguan`,
    shows: ['unit DLH', 'phase mandiri', 'assessor', 'server'],
  },
  { email: coordinator, path: `${desk}/jurnal`, shows: ['reason', 'nihil'] },
  { email: coordinator, path: `${desk}/keputusan`, shows: ['nihil', 'wish', 'unit DLH'] },
  {
    email: coordinator,
    path: `${desk}/keputusan/dispensasi/REQUEST`,
    shows: ['wish', 'unit DLH', 'phase mandiri', 'assessor'],
  },
  { email: coordinator, path: '/opd/kota-kecil/DLH', shows: ['wish', 'phase mandiri'] },
  { email: coordinator, path: `${desk}/penugasan`, shows: ['unit DINKES', 'assessor', 'title'] },
  {
    email: coordinator,
    path: `${desk}/penugasan/usulan?perUnit=2`,
    shows: ['unit DINKES', 'assessor'],
  },
  { email: coordinator, path: `${desk}/jadwal-surat?hari=semua`, shows: ['admin'] },
  { email: coordinator, path: `${desk}/coba?cara=nobody`, shows: ['phase dokumen'] },
  { email: coordinator, path: `${desk}/orang`, shows: ['unit DINKES', 'admin', 'head'] },
  { email: coordinator, path: `${desk}/orang/peran`, shows: ['boss', 'assessor', 'admin', 'head'] },
  { email: coordinator, path: `${desk}/orang/opd?kode=DLH`, shows: ['unit DLH', 'admin', 'head'] },
  { email: coordinator, path: `${desk}/orang/asesor?kode=A3`, shows: ['assessor', 'unit DLH'] },
  {
    email: coordinator,
    path: `${desk}/penugasan/asesor/lepas?opd=DINKES&asesor=A1`,
    shows: ['unit DINKES', 'assessor'],
  },
  { email: coordinator, path: `${desk}/orang/asesor/hapus?kode=A3`, shows: ['assessor'] },
  { email: coordinator, path: '/pimpinan/kota-kecil', shows: ['cycle'] },
  { email: head, path: '/pimpinan/kota-kecil', shows: ['cycle'] },
  { email: dinkes, path: '/opd/kota-kecil/DINKES', shows: ['unit DINKES', 'title', 'cycle'] },
  { email: dinkes, path: answer, shows: ['title', 'fact', 'analysis', 'link', 'comment'] },
  { email: dinkes, path: '/opd/kota-kecil/DINKES/indikator/1', shows: ['nihil'] },
  { email: dinkes, path: '/surel/MAIL', shows: ['admin', 'cycle', 'unit DINKES'] },
  { email: a1, path: '/asesor/kota-kecil', shows: ['unit DINKES', 'phase dokumen', 'title'] },
  {
    email: a1,
    path: '/asesor/kota-kecil/dokumen/DINKES/45',
    shows: ['title', 'fact', 'analysis', 'link', 'comment', 'verdict', 'note'],
  },
];
