import {
  longestPassword,
  shortestPassword,
  type PasswordFlaw,
} from '../../people/sign-in/password.js';
import type { SignInMethod } from '../../people/sign-in/sign-in.entity.js';
import type { SignInRefusal } from '../../people/sign-in/sign-in-refused.js';
import type { Language } from '../language.js';
import { signInWords } from './words.js';

type Named<Key extends string, Value = string> = Readonly<
  Record<Language, Readonly<Record<Key, Value>>>
>;

export const methods: Named<SignInMethod> = {
  id: {
    password: 'kata sandi',
    link: 'tautan surel',
    oidc: 'akun instansi',
    demonstration: 'peragaan',
  },
  en: {
    password: 'password',
    link: 'mailed link',
    oidc: 'account of the institution',
    demonstration: 'demonstration',
  },
};

export const flaws: Named<PasswordFlaw> = {
  id: {
    too_short: `Terlalu pendek: sedikitnya ${shortestPassword} karakter.`,
    too_long: `Terlalu panjang: paling banyak ${longestPassword} karakter.`,
    too_obvious: 'Terlalu mudah ditebak: pakailah beberapa kata yang tidak berkaitan.',
  },
  en: {
    too_short: `Too short: at least ${shortestPassword} characters.`,
    too_long: `Too long: at most ${longestPassword} characters.`,
    too_obvious: 'Too easy to guess: use a few words that have nothing to do with each other.',
  },
};

export const refusals: Named<SignInRefusal, (minutes: number) => string> = {
  id: {
    wrong_password: () => 'Alamat surel atau kata sandi tidak cocok.',
    too_often: (minutes) =>
      `Terlalu banyak percobaan. Silakan coba kembali sekitar ${minutes} menit lagi.`,
    link_spent: () => signInWords.id.link.spent,
    not_known: () =>
      'Alamat surel akun tersebut tidak terdaftar pada siklus mana pun. Hubungi koordinator.',
    provider_failed: () => 'Masuk dengan akun instansi tidak berhasil. Silakan coba kembali.',
    email_not_verified: () =>
      'Akun instansi tersebut tidak menyertakan alamat surel yang terverifikasi.',
  },
  en: {
    wrong_password: () => 'The e-mail address or the password is not right.',
    too_often: (minutes) => `Too many attempts. Please try again in about ${minutes} minutes.`,
    link_spent: () => signInWords.en.link.spent,
    not_known: () =>
      "That account's e-mail address is not registered in any cycle. Ask a coordinator.",
    provider_failed: () =>
      'Signing in with the account of the institution did not succeed. Please try again.',
    email_not_verified: () => 'That account brings no e-mail address that has been verified.',
  },
};
