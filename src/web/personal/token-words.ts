import type { Scope } from '../../people/scope.js';
import type { Language } from '../language.js';

interface Words {
  readonly title: string;
  readonly account: string;
  readonly intro: string;
  readonly api: string;
  readonly problem: string;
  readonly fresh: string;
  readonly once: string;
  readonly token: string;
  readonly revoked: string;
  readonly create: string;
  readonly name: string;
  readonly nameHint: string;
  readonly noName: string;
  readonly longName: string;
  readonly scopes: string;
  readonly scopesHint: string;
  readonly noScope: string;
  readonly days: string;
  readonly forDays: (days: number) => string;
  readonly tooMany: (most: number) => string;
  readonly submit: string;
  readonly own: string;
  readonly none: string;
  readonly made: string;
  readonly until: string;
  readonly used: string;
  readonly never: string;
  readonly over: string;
  readonly act: string;
  readonly revoke: (name: string) => string;
  readonly events: string;
  readonly when: string;
  readonly what: Readonly<Record<'heading' | 'issued' | 'revoked', string>>;
  readonly scopeWords: Readonly<Record<Scope, readonly [name: string, hint: string]>>;
}

export const tokenWords: Readonly<Record<Language, Words>> = {
  id: {
    title: 'Token API',
    account: 'Kembali ke akun',
    intro:
      'Dengan token, sebuah program bekerja atas nama Anda melalui API. Token tidak pernah dapat melakukan lebih dari yang boleh Anda lakukan sendiri.',
    api: 'Apa yang dapat dilakukan API',
    problem: 'Token belum dibuat. Periksa isian yang ditandai.',
    fresh: 'Token baru',
    once: 'Salinlah sekarang: token ini tidak ditunjukkan lagi. Simpanlah seperti kata sandi.',
    token: 'Token',
    revoked: 'Token sudah dicabut dan tidak lagi berlaku.',
    create: 'Buat token',
    name: 'Nama',
    nameHint: 'Agar Anda mengenalinya kelak, misalnya “Dasbor bulanan”.',
    noName: 'Tulislah sebuah nama.',
    longName: 'Nama paling panjang 100 karakter.',
    scopes: 'Cakupan',
    scopesHint: 'Pilihlah yang diperlukan saja.',
    noScope: 'Pilihlah sedikitnya satu cakupan.',
    days: 'Masa berlaku',
    forDays: (days) => `${days} hari`,
    tooMany: (most) =>
      `Anda sudah memiliki ${most} token. Cabutlah yang tidak dipakai lagi sebelum membuat yang baru.`,
    submit: 'Buat token',
    own: 'Token Anda',
    none: 'Anda belum memiliki token.',
    made: 'Dibuat',
    until: 'Berlaku sampai',
    used: 'Terakhir dipakai',
    never: 'belum pernah',
    over: 'sudah kedaluwarsa',
    act: 'Tindakan',
    revoke: (name) => `Cabut ${name}`,
    events: 'Catatan',
    when: 'Waktu',
    what: { heading: 'Yang terjadi', issued: 'dibuat', revoked: 'dicabut' },
    scopeWords: {
      read: ['Membaca', 'Melihat siklus, indikator, bukti, dan hasil (read).'],
      answer: ['Mengisi', 'Mengisi jawaban, bukti, dan mengirim tugas OPD (answer).'],
      review: ['Menilai', 'Menilai bukti dan jawaban sebagai asesor (review).'],
      coordinate: ['Mengoordinasi', 'Mengatur penugasan, jadwal, dan penerbitan (coordinate).'],
    },
  },
  en: {
    title: 'API tokens',
    account: 'Back to the account',
    intro:
      'With a token a program works in your name over the API. A token never may do more than you may do yourself.',
    api: 'What the API can do',
    problem: 'The token is not made yet. Please look at the marked fields.',
    fresh: 'The new token',
    once: 'Copy it now: it is not shown again. Keep it like a password.',
    token: 'Token',
    revoked: 'The token is revoked and no longer works.',
    create: 'Make a token',
    name: 'Name',
    nameHint: 'By which you will know it later, such as “Monthly dashboard”.',
    noName: 'Please write a name.',
    longName: 'A name has at most 100 characters.',
    scopes: 'Scopes',
    scopesHint: 'Choose only what is needed.',
    noScope: 'Please choose at least one scope.',
    days: 'Valid for',
    forDays: (days) => `${days} days`,
    tooMany: (most) =>
      `You have ${most} tokens already. Revoke what is not used any more before you make another.`,
    submit: 'Make the token',
    own: 'Your tokens',
    none: 'You have no tokens yet.',
    made: 'Made',
    until: 'Valid until',
    used: 'Last used',
    never: 'never',
    over: 'expired',
    act: 'Action',
    revoke: (name) => `Revoke ${name}`,
    events: 'Record',
    when: 'Time',
    what: { heading: 'What happened', issued: 'made', revoked: 'revoked' },
    scopeWords: {
      read: ['Read', 'See cycles, indicators, evidence and results (read).'],
      answer: ['Answer', 'Write answers, attach evidence and submit for a unit (answer).'],
      review: ['Review', 'Judge evidence and answers as an assessor (review).'],
      coordinate: ['Coordinate', 'Order assignments, the schedule and publication (coordinate).'],
    },
  },
};
