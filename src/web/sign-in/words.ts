import { minutesOfLink } from '../../people/sign-in/link.store.js';
import { shortestPassword } from '../../people/sign-in/password.js';
import type { Language } from '../language.js';

const id = {
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
};

type Words = typeof id;

const en: Words = {
  signIn: {
    title: 'Sign in',
    intro: 'Use the e-mail address that is registered in the evaluation cycle.',
    email: 'E-mail address',
    password: 'Password',
    passwordHint:
      'No password yet, or forgotten? Sign in with a link that we send to your e-mail address.',
    submit: 'Sign in',
    sendLink: 'Send a sign-in link',
    wrongEmail: 'Write the whole e-mail address, for example name@pekalongankota.go.id.',
    noPassword: 'Write the password, or choose Send a sign-in link.',
    other: (name: string) => `Sign in with ${name}`,
  },
  sent: {
    title: 'Look into your e-mail',
    text: 'If that address is registered, a sign-in link is on its way to it.',
    hint: `The link works for ${minutesOfLink.mailed} minutes and only once. Nothing there yet? Look into the spam folder, or ask again in a few minutes.`,
    again: 'Back to the sign-in page',
    inbox: "Open the demonstration's inbox",
  },
  link: {
    title: 'Sign in with a link',
    text: 'Press the button to sign in. This link works only once.',
    submit: 'Sign in to Siklus',
    spentTitle: 'This link does not work',
    spent: 'This link has been used already, or its time is over.',
    again: 'Ask for a new link',
  },
  signOut: {
    title: 'Sign out',
    text: (email: string) => `You are signed in as ${email}.`,
    submit: 'Sign out',
    everywhere: 'Sign out on all devices',
    nobody: 'You are signed out.',
  },
  account: {
    title: 'Account',
    change: 'Change the password',
    set: 'Set a password',
    setHint: 'With a password you can sign in without waiting for a mail.',
    old: 'Present password',
    fresh: 'New password',
    freshHint: `At least ${shortestPassword} characters; a few words that are easy for you to remember are enough.`,
    again: 'New password again',
    save: 'Save the password',
    saved: 'The password is saved. Sessions on other devices have been ended.',
    noOld: 'Write your present password.',
    wrongOld: 'This password is not right.',
    different: 'The two new passwords differ.',
    sessions: 'Active sessions',
    began: 'Signed in at',
    seen: 'Last used',
    way: 'With',
    this: 'this session',
    everywhereHint:
      'Ends all sessions, this one among them, and cancels sign-in links that were not used yet.',
  },
  forged: {
    title: 'The request was refused',
    text: 'Nothing was changed. The page may have been open for too long, or the request did not come from a page of Siklus. Load the page again and try once more.',
    home: 'To the front page',
  },
  problem: 'Some fields need to be corrected.',
};

export const signInWords: Readonly<Record<Language, Words>> = { id, en };
