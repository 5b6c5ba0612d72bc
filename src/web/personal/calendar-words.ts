import type { Language } from '../language.js';

const id = {
  title: 'Kalender',
  account: 'Kembali ke akun',
  intro:
    'Kalender di ponsel atau komputer dapat menampilkan tenggat Anda dan memperbaruinya sendiri bila jadwal berubah.',
  none: 'Anda belum memiliki alamat kalender.',
  since: (moment: string) => `Alamat kalender Anda dibuat pada ${moment}.`,
  lost: 'Alamat itu hanya ditunjukkan sekali. Bila hilang atau diketahui orang lain, buatlah yang baru: yang lama langsung tidak berlaku.',
  create: 'Buat alamat kalender',
  replace: 'Ganti dengan alamat baru',
  revoke: 'Cabut alamat',
  revoked: 'Alamat kalender sudah dicabut dan tidak lagi berlaku.',
  fresh: 'Alamat kalender Anda',
  once: 'Salinlah sekarang: alamat ini tidak ditunjukkan lagi. Siapa pun yang mengetahuinya dapat membaca tenggat Anda tanpa masuk ke Siklus, jadi simpanlah seperti kata sandi.',
  address: 'Alamat',
  open: 'Buka di aplikasi kalender',
  how: 'Cara berlangganan',
  ways: [
    [
      'Google Kalender',
      'Di komputer, buka Google Kalender. Di samping “Kalender lainnya”, pilih + lalu “Dari URL”, tempelkan alamat, dan pilih “Tambahkan kalender”. Setelah itu kalender juga tampil di ponsel. Google memperbaruinya beberapa kali sehari.',
    ],
    [
      'Outlook',
      'Buka kalender, pilih “Tambahkan kalender”, lalu “Berlangganan dari web”, tempelkan alamat, dan pilih “Impor”.',
    ],
    [
      'iPhone dan iPad',
      'Pilih tautan “Buka di aplikasi kalender” di ponsel. Atau buka Pengaturan, Aplikasi, Kalender, Akun Kalender, Tambah Akun, Lainnya, “Tambah Langganan Kalender”, lalu tempelkan alamat.',
    ],
    [
      'Android',
      'Tambahkan lewat Google Kalender di komputer seperti di atas; kalender lalu tampil di ponsel dengan akun Google yang sama.',
    ],
  ],
};

export type CalendarWords = typeof id;

const en: CalendarWords = {
  title: 'Calendar',
  account: 'Back to the account',
  intro:
    'The calendar of a phone or a computer can show your deadlines, and follows by itself when dates move.',
  none: 'You have no calendar address yet.',
  since: (moment: string) => `Your calendar address was made on ${moment}.`,
  lost: 'It was shown once only. If it is lost, or somebody else knows it, make a new one: the old one stops working at once.',
  create: 'Make a calendar address',
  replace: 'Replace it with a new address',
  revoke: 'Revoke the address',
  revoked: 'The calendar address is revoked and no longer works.',
  fresh: 'Your calendar address',
  once: 'Copy it now: it is not shown again. Whoever knows it can read your deadlines without signing in to Siklus, so keep it like a password.',
  address: 'Address',
  open: 'Open in a calendar application',
  how: 'How to subscribe',
  ways: [
    [
      'Google Calendar',
      'On a computer, open Google Calendar. Beside “Other calendars” choose + and then “From URL”, paste the address and choose “Add calendar”. It then shows on the phone too. Google reads it again a few times a day.',
    ],
    [
      'Outlook',
      'Open the calendar, choose “Add calendar”, then “Subscribe from web”, paste the address and choose “Import”.',
    ],
    [
      'iPhone and iPad',
      'Choose the link “Open in a calendar application” on the phone. Or open Settings, Apps, Calendar, Calendar Accounts, Add Account, Other, “Add Subscribed Calendar”, and paste the address.',
    ],
    [
      'Android',
      'Add it in Google Calendar on a computer as above; it then shows on the phone with the same Google account.',
    ],
  ],
};

export const calendarWords: Readonly<Record<Language, CalendarWords>> = { id, en };
