import type { Language } from '../../language.js';

const id = {
  title: 'Hari libur dan cuti bersama',
  intro:
    'Muat keputusan bersama (SKB) yang baru sebagai berkas YAML. Surel dan pengingat yang bergeser ditunjukkan lebih dahulu; belum ada yang berubah sebelum Bapak/Ibu menerapkannya. Tahun yang tidak disebut dalam berkas tetap seperti sekarang.',
  link: 'Ubah hari libur dan cuti bersama',
  known: 'Berkas di server',
  none: 'Tidak memakai berkas di server',
  upload: 'Atau unggah berkas dari komputer (YAML)',
  text: 'Atau tempelkan isi berkas (YAML)',
  textHint: 'Berkas yang diunggah didahulukan, lalu isi yang ditempelkan, lalu berkas di server.',
  jointLeave: 'Cuti bersama dihitung sebagai hari libur',
  jointLeaveHint:
    'Bila tidak dicentang, cuti bersama dalam berkas ini dihitung sebagai hari kerja. Untuk mengubah ini saja, pilih berkas yang sama.',
  reason: 'Alasan',
  letter: 'Nomor surat',
  ifAny: 'Boleh dikosongkan.',
  show: 'Tunjukkan akibatnya',
  back: 'Kembali ke Perubahan',
  present: 'Hari libur yang berlaku',
  switched: { true: 'Cuti bersama adalah hari libur.', false: 'Cuti bersama adalah hari kerja.' },
  year: (year: string, days: number) => `${year}: ${days} hari libur`,
  noDays: 'Belum ada hari libur; hanya Sabtu dan Minggu yang bukan hari kerja.',
  never: 'Belum berubah sejak siklus diaktifkan.',
  history: 'Riwayat hari libur',
  flaws: {
    noFile: 'Unggah berkas, tempelkan isinya, atau pilih berkas di server.',
    noText: 'Berkas ini bukan teks UTF-8: simpan sebagai YAML dalam UTF-8.',
    tooLong: 'Berkas ini terlalu besar: paling banyak 200.000 karakter.',
    unknown: 'Berkas itu tidak ada di server.',
  },
};

const en: typeof id = {
  title: 'Holidays and joint leave',
  intro:
    'Load a new joint decree as a YAML file. The mails and reminders that move are shown first; nothing has changed until you take it. Years that the file does not name stay as they are.',
  link: 'Change holidays and joint leave',
  known: 'File on the server',
  none: 'No file of the server',
  upload: 'Or upload a file from your computer (YAML)',
  text: 'Or paste the content of a file (YAML)',
  textHint: 'A file that is uploaded goes first, then what is pasted, then the file on the server.',
  jointLeave: 'Days of joint leave are days off',
  jointLeaveHint:
    'Without the tick, joint leave in this file counts as working days. To change only this, choose the same file.',
  reason: 'Reason',
  letter: 'Letter number',
  ifAny: 'This can stay empty.',
  show: 'Show the consequences',
  back: 'Back to changes',
  present: 'Days off as they stand',
  switched: {
    true: 'Days of joint leave are days off.',
    false: 'Days of joint leave are working days.',
  },
  year: (year, days) => `${year}: ${days} days off`,
  noDays: 'There are none yet; only Saturdays and Sundays are no working days.',
  never: 'Nothing has changed since the cycle was activated.',
  history: 'History of the days off',
  flaws: {
    noFile: 'Upload a file, paste its content, or choose a file of the server.',
    noText: 'This file is no UTF-8 text: save it as YAML in UTF-8.',
    tooLong: 'This file is too large: 200,000 characters at most.',
    unknown: 'There is no such file on the server.',
  },
};

export const holidayWords: Readonly<Record<Language, typeof id>> = { id, en };
export type HolidayFlaw = keyof typeof id.flaws;
