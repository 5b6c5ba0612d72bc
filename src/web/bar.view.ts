import { html, type Html } from '../platform/html.js';
import type { Frame } from './page.js';

const words = {
  id: {
    label: 'Akun',
    roles: 'Pilih peran',
    mails: 'Surel saya',
    account: 'Akun',
    yours: ' Anda',
    signIn: 'Masuk',
    signOut: 'Keluar',
    other: ['en', 'English'],
  },
  en: {
    label: 'Account',
    roles: 'Choose a role',
    mails: 'My mails',
    account: 'Account',
    yours: ' of yours',
    signIn: 'Sign in',
    signOut: 'Sign out',
    other: ['id', 'Bahasa Indonesia'],
  },
} as const;

/** Who one is, how to become somebody else, and how to read this in the other language. */
export function barView({ visitor, demonstration, language, here, twin }: Frame): Html {
  const t = words[language];
  const [other, name] = t.other;
  const to = twin ?? `/bahasa/${other}?kembali=${encodeURIComponent(here)}`;
  return html`<nav aria-label="${t.label}">
    <a href="${to}" lang="${other}">${name}</a>
    ${demonstration && html`<a href="/demonstrasi/peran">${t.roles}</a>`}
    ${
      visitor
        ? html`<a href="/surel">${t.mails}</a>
            <a href="/akun"
              >${t.account}<span class="hidden">${t.yours}</span>: <b>${visitor.email}</b></a
            >
            <a href="/keluar">${t.signOut}</a>`
        : html`<a href="/masuk">${t.signIn}</a>`
    }
  </nav>`;
}
