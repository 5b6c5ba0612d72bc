import { html, type Html } from '../platform/html.js';
import type { Frame } from './page.js';

/** Who one is, and how to become somebody else. */
export function barView({ visitor, demonstration }: Frame): Html {
  const roles = demonstration && html`<a href="/demonstrasi/peran">Pilih peran</a>`;
  if (!visitor) return html`<nav aria-label="Akun">${roles} <a href="/masuk">Masuk</a></nav>`;
  return html`<nav aria-label="Akun">
    ${roles}
    <a href="/akun">Akun<span class="hidden"> Anda</span>: <b>${visitor.email}</b></a>
    <a href="/keluar">Keluar</a>
  </nav>`;
}
