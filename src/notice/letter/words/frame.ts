import { remembered } from '../../../domain/remembered.js';
import type { Letter } from '../letter.js';
import { linkAddress } from '../link-address.js';

type To = Letter['to'];

/** Whom the letter greets, a line each. */
export function salutation({ name, role, unitName }: To): string[] {
  const office = {
    admin: 'Admin',
    head: 'Pimpinan',
    assessor: 'Asesor',
    coordinator: 'Koordinator',
  };
  const place = unitName && (role === 'admin' || role === 'head') ? ` ${unitName}` : '';
  return [greeting(name), `${office[role]}${place}`];
}

export function greeting(name: string): string {
  return ['Yth. Bapak/Ibu', name].filter(Boolean).join(' ');
}

export const opening = 'Dengan hormat,';

export function introduction({ cycle, entries }: Letter): string {
  const count = entries.length > 1 ? `${entries.length} pemberitahuan` : 'pemberitahuan';
  return `Terkait ${cycle.title}, bersama ini kami sampaikan ${count} berikut.`;
}

export const closing =
  'Demikian disampaikan, atas perhatian dan kerja sama Bapak/Ibu kami ucapkan terima kasih.';

export function signature({ from, cycle }: Letter): string {
  return from.name || `Tim ${cycle.title}`;
}

export function copies({ cc }: Letter): string | null {
  if (cc.length === 0) return null;
  const heads = cc.map(({ name, email }) => `Yth. Bapak/Ibu ${name || email}`);
  return `Tembusan: ${heads.join('; ')}`;
}

export const footer = 'Surel ini dikirim otomatis oleh sistem Siklus; mohon tidak membalas.';

/** Leads to the page on which everybody who got the mail can read what rule it came by. */
export function reason({ baseUrl, id }: Letter): { label: string; url: string } | null {
  const url = linkAddress(baseUrl, ['surel', id]);
  return url === null ? null : { label: 'Mengapa Anda menerima surel ini', url };
}

/** Which state of the timeline the letter knew: a later one may say something else. */
export function timeline({ version }: Letter): string {
  return `Jadwal versi ${version}.`;
}

/** `dan 12 lainnya`, for a list that is cut. */
export function more(count: number): string {
  return `dan ${count} lainnya`;
}

export const openHere = 'Buka di';

/** `[SPBE 2025]`: the cycle's code, spelt as its title spells the words. */
export function tag({ code, title }: Letter['cycle']): string {
  return tagOf(code, title);
}

const tagOf = remembered(
  (code: string, title: string) => `${code}|${title}`,
  (code, title) => {
    const spelt = new Map(title.split(/[^\p{L}\p{N}]+/u).map((word) => [word.toLowerCase(), word]));
    const words = code.split(/[-._]+/).filter(Boolean);
    return `[${words.map((word) => spelt.get(word.toLowerCase()) ?? word.toUpperCase()).join(' ')}]`;
  },
);

export function severalSubject(count: number, late: number, mostUrgent: string): string {
  const lateOnes = late > 0 && late < count ? ` (${late} terlambat)` : '';
  return `${count} pemberitahuan${lateOnes}; paling mendesak: ${mostUrgent}`;
}
