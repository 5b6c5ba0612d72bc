const office = '/koordinator/:cycle';
const opd = '/opd/:cycle/:unit';
const answer = `${opd}/indikator/:indicator`;
const table = ['cari', 'urut', 'format'];
const mails = ['status', 'jenis', 'kepada', 'halaman', 'format', 'selesai'];
const plans = ['dasar', 'tingkat-1', 'tingkat-45', 'disimpan', 'dihapus'];
const coming = ['waktu', 'kepada', 'tembusan'];
const trip = { year: '2024', instrument: 'spbe-2020', index: '3.00', predikat: 'Baik' };
const sheet = { shown: '0'.repeat(64), name: 'a.csv', content: 'YTtiCg==' };
const typed = { version: '0', level: '2', fact: 'x', analysis: 'x' };

/** What a page reads from its address that its handler has no class for. */
export const queries: Readonly<Record<string, readonly string[]>> = {
  [`GET ${office}`]: table,
  [`GET ${office}/indikator`]: table,
  [`GET ${office}/jurnal`]: [
    ...table,
    ...['tahap', 'opd', 'jenis', 'siapa', 'dari', 'sampai', 'halaman'],
  ],
  [`GET ${office}/surat`]: mails,
  [`GET ${office}/surat/kirim-ulang`]: mails,
  [`POST ${office}/surat/:mail/kirim-ulang`]: mails,
  [`GET ${office}/penugasan`]: [...table, 'selesai'],
  [`GET ${office}/penugasan/asesor/lepas`]: ['opd', 'asesor'],
  [`GET ${office}/orang`]: [...table, 'selesai'],
  [`GET ${office}/orang/peran`]: [...table, 'selesai'],
  [`GET ${office}/orang/opd`]: ['kode'],
  [`GET ${office}/orang/opd/hentikan`]: ['kode'],
  [`GET ${office}/orang/asesor`]: ['kode'],
  [`GET ${office}/orang/asesor/hapus`]: ['kode'],
  [`GET ${office}/orang/koordinator`]: ['surel'],
  [`GET ${office}/orang/koordinator/hapus`]: ['surel'],
  [`GET ${office}/jadwal-surat`]: [...table, 'hari', 'tanggal', 'nasib'],
  [`GET ${office}/jadwal-surat/surat`]: coming,
  [`GET ${office}/jadwal-surat/surat/isi`]: coming,
  [`GET ${office}/coba`]: [...table, 'cara'],
  [`GET ${office}/kemajuan`]: [...table, 'isi'],
  [`GET ${office}/tren`]: table,
  ['GET /pimpinan/:cycle/tren']: table,
  [`GET ${office}/tahun-lalu`]: ['selesai'],
  [`GET ${office}/andaikan`]: plans,
  [`GET ${office}/jalan-ke-target`]: ['dasar', 'tujuan', 'angka', 'disimpan'],
  [`GET ${opd}`]: ['terkirim', 'dispensasi', 'diambil', 'dari'],
  [`POST ${answer}/berkas`]: ['tingkat'],
  [`POST ${answer}/berkas-dan-draf`]: ['tingkat'],
  'GET /hasil': ['bahasa'],
  'GET /hasil/:cycle': ['bahasa'],
  'GET /hasil/:cycle.csv': ['bahasa'],
  'GET /masuk': ['next', 'galat'],
  'GET /masuk/oidc/kembali': ['code', 'state', 'error', 'iss'],
  'GET /assets/:file': ['v'],
};

/** What a form brings that its handler has no class for, as it may well be. */
export const fields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'POST /asesor/:cycle/:phase/:unit/:indicator': {
    ...{ version: '0', level: '1', note: 'x', finding: 'yes', then: 'next' },
    ...{ 'verdict-FILE': 'revisi', 'reason-FILE': 'tidak_tepat', 'note-FILE': 'x' },
  },
  [`POST ${office}/andaikan/varian`]: { nama: 'x', dasar: 'klaim', 'tingkat-1': '2' },
  [`POST ${office}/jalan-ke-target/bobot`]: { 'upaya-1': '2', 'batas-1': '4' },
};

/** Forms that bring a file, or more text than other forms may. */
export const uploads: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [`POST ${answer}/berkas`]: { level: '2', unit: 'DINKES' },
  [`POST ${answer}/berkas-dan-draf`]: { ...typed, evidenceLevel: '2' },
  [`POST ${opd}/dispensasi`]: {
    ...{ phase: 'mandiri', closes: '2025-09-17', closesTime: '', reason: 'x', letter: '1' },
  },
  [`POST ${office}/penugasan/impor`]: {},
  [`POST ${office}/penugasan/impor/terapkan`]: sheet,
  [`POST ${office}/orang/impor`]: {},
  [`POST ${office}/orang/impor/terapkan`]: sheet,
  [`POST ${office}/tahun-lalu/pratinjau`]: trip,
  [`POST ${office}/tahun-lalu/simpan`]: { ...trip, ...sheet, differs: 'x', replaces: '' },
  [`POST ${office}/perubahan/libur/pratinjau`]: {
    ...{ text: '', code: 'x', jointLeave: 'yes', reason: 'x', letter: '1' },
  },
};
