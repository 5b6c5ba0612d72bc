import type { Language } from '../../language.js';

const id = {
  title: 'Halaman publik hasil',
  intro:
    'Setelah dibuka, siapa pun dapat membaca hasil yang sudah diumumkan tanpa masuk: indeks, predikat, target, domain, aspek, tingkat setiap indikator, tren, jumlah OPD, dan sidik jurnal. Nama orang, alamat surel, kode asesor, catatan, bukti dukung, dan klaim OPD tidak pernah tampil di sana.',
  notPublished: 'Hasil siklus ini belum diumumkan, jadi belum ada yang dapat dibuka.',
  off: 'Halaman ini tertutup: bagi yang membuka alamatnya, halaman itu tidak ada.',
  on: (since: string) => `Halaman ini terbuka sejak ${since}.`,
  address: 'Alamatnya',
  reason: 'Alasan',
  reasonHint: 'Dicatat dalam jurnal bersama nama Bapak/Ibu.',
  noReason: 'Tulis alasannya.',
  tooLong: 'Alasannya terlalu panjang: paling banyak 2.000 huruf.',
  show: 'Buka untuk umum',
  hide: 'Tutup kembali',
  hideHint:
    'Setelah ditutup, salinan yang disimpan peramban atau perantara masih dapat terbaca paling lama satu menit.',
};

const en: typeof id = {
  title: 'Public page of the result',
  intro:
    'Once it is open, anybody can read the published result without signing in: index, predikat, target, domains, aspects, the level of each indicator, the trend, the number of units, and the hash of the journal. No name of a person, mail address, code of an assessor, note, evidence or claim of a unit is ever shown there.',
  notPublished:
    'The result of this cycle has not been published, so that there is nothing to open.',
  off: 'The page is closed: for whoever opens its address it does not exist.',
  on: (since) => `The page has been open since ${since}.`,
  address: 'Its address',
  reason: 'Reason',
  reasonHint: 'Recorded in the journal with your name.',
  noReason: 'Write down the reason.',
  tooLong: 'The reason is too long: 2,000 characters at most.',
  show: 'Open it to everybody',
  hide: 'Close it again',
  hideHint: 'What browsers and proxies keep can still be read for one minute after it was closed.',
};

export const publicPageWords: Readonly<Record<Language, typeof id>> = { id, en };
