import { minutesOfLink } from '../../people/sign-in/link.store.js';
import {
  longestPassword,
  shortestPassword,
  type PasswordFlaw,
} from '../../people/sign-in/password.js';
import type { SignInMethod } from '../../people/sign-in/sign-in.entity.js';
import type { SignInRefusal } from '../../people/sign-in/sign-in-refused.js';

export const signInWords = {
  signIn: {
    title: 'Masuk',
    intro: 'Gunakan alamat surel yang terdaftar pada siklus evaluasi.',
    email: 'Alamat surel',
    password: 'Kata sandi',
    passwordHint:
      'Belum punya atau lupa kata sandi? Masuklah lewat tautan yang kami kirim ke surel.',
    submit: 'Masuk',
    sendLink: 'Kirim tautan masuk',
    wrongEmail: 'Tuliskan alamat surel yang lengkap, misalnya nama@pekalongankota.go.id.',
    noPassword: 'Tuliskan kata sandi, atau pilih Kirim tautan masuk.',
    other: (name: string) => `Masuk dengan ${name}`,
  },
  sent: {
    title: 'Periksa surel Anda',
    text: 'Jika alamat tersebut terdaftar, tautan masuk sedang dikirim ke sana.',
    hint: `Tautan berlaku ${minutesOfLink.mailed} menit dan hanya dapat dipakai satu kali. Belum diterima? Periksa folder spam, atau minta lagi setelah beberapa menit.`,
    again: 'Kembali ke halaman masuk',
    inbox: 'Buka kotak surat peragaan',
  },
  link: {
    title: 'Masuk lewat tautan',
    text: 'Tekan tombol berikut untuk masuk. Tautan ini hanya dapat dipakai satu kali.',
    submit: 'Masuk ke Siklus',
    spentTitle: 'Tautan tidak berlaku',
    spent: 'Tautan ini sudah dipakai atau sudah lewat masa berlakunya.',
    again: 'Minta tautan baru',
  },
  signOut: {
    title: 'Keluar',
    text: (email: string) => `Anda masuk sebagai ${email}.`,
    submit: 'Keluar',
    everywhere: 'Keluar dari semua perangkat',
    nobody: 'Anda sudah keluar.',
  },
  account: {
    title: 'Akun',
    change: 'Ganti kata sandi',
    set: 'Buat kata sandi',
    setHint: 'Dengan kata sandi, Anda dapat masuk tanpa menunggu surel.',
    old: 'Kata sandi sekarang',
    fresh: 'Kata sandi baru',
    freshHint: `Sedikitnya ${shortestPassword} karakter; beberapa kata yang mudah Anda ingat sudah cukup.`,
    again: 'Ulangi kata sandi baru',
    save: 'Simpan kata sandi',
    saved: 'Kata sandi tersimpan. Sesi di perangkat lain telah diakhiri.',
    noOld: 'Tuliskan kata sandi Anda yang sekarang.',
    wrongOld: 'Kata sandi ini tidak cocok.',
    different: 'Kedua kata sandi baru tidak sama.',
    sessions: 'Sesi yang aktif',
    began: 'Masuk pada',
    seen: 'Terakhir dipakai',
    way: 'Dengan',
    this: 'sesi ini',
    everywhereHint:
      'Mengakhiri semua sesi, termasuk yang ini, dan membatalkan tautan masuk yang belum dipakai.',
  },
  forged: {
    title: 'Permintaan ditolak',
    text: 'Tidak ada yang diubah. Halaman yang dipakai mungkin sudah lama terbuka, atau permintaan ini tidak berasal dari halaman Siklus. Muat ulang halaman, lalu coba kembali.',
    home: 'Ke halaman depan',
  },
  problem: 'Ada isian yang perlu diperbaiki.',
} as const;

export const methods: Readonly<Record<SignInMethod, string>> = {
  password: 'kata sandi',
  link: 'tautan surel',
  oidc: 'akun instansi',
  demonstration: 'peragaan',
};

export const flaws: Readonly<Record<PasswordFlaw, string>> = {
  too_short: `Terlalu pendek: sedikitnya ${shortestPassword} karakter.`,
  too_long: `Terlalu panjang: paling banyak ${longestPassword} karakter.`,
  too_obvious: 'Terlalu mudah ditebak: pakailah beberapa kata yang tidak berkaitan.',
};

export const refusals: Readonly<Record<SignInRefusal, (minutes: number) => string>> = {
  wrong_password: () => 'Alamat surel atau kata sandi tidak cocok.',
  too_often: (minutes) =>
    `Terlalu banyak percobaan. Silakan coba kembali sekitar ${minutes} menit lagi.`,
  link_spent: () => signInWords.link.spent,
  not_known: () =>
    'Alamat surel akun tersebut tidak terdaftar pada siklus mana pun. Hubungi koordinator.',
  provider_failed: () => 'Masuk dengan akun instansi tidak berhasil. Silakan coba kembali.',
  email_not_verified: () =>
    'Akun instansi tersebut tidak menyertakan alamat surel yang terverifikasi.',
};
