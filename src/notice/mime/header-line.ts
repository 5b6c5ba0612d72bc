import { foldLines } from 'nodemailer/lib/mime-funcs';
import MimeNode from 'nodemailer/lib/mime-node';
import type { Address } from '../letter/letter.js';

const encoder = new MimeNode();

/** A header field as nodemailer writes it, folded; empty when it has no value. */
export function headerLine(key: string, value: string | readonly Address[]): string {
  if (typeof value === 'string') {
    return isPlainWords(value) ? foldLines(`${key}: ${value}`) : byNodemailer(key, value);
  }
  return value.every(isPlain) ? plainAddresses(key, value) : byNodemailer(key, value);
}

/** Neither quotes nor what could be taken for an encoded word. */
function isPlainWords(value: string): boolean {
  return /^[!#-~]+(?: [!#-~]+)*$/.test(value) && !value.includes('=?');
}

/** Most of them, which nodemailer writes as they are. */
function isPlain({ name, address }: Address): boolean {
  return plainName.test(name) && plainAddress.test(address);
}

const plainName = /^[A-Za-z0-9_]+(?: [A-Za-z0-9_]+)*$/;
/** Of a domain that no other spelling is made of: neither one in another script nor an IP address. */
export const plainAddress =
  /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]+$/;

function plainAddresses(key: string, addresses: readonly Address[]): string {
  if (addresses.length === 0) return '';
  const list = addresses.map(({ name, address }) => `${name} <${address}>`).join(', ');
  return foldLines(`${key}: ${list}`);
}

function byNodemailer(key: string, value: string | readonly Address[]): string {
  // Copies: nodemailer rewrites the addresses that it is given.
  const given = typeof value === 'string' ? value : value.map((address) => ({ ...address }));
  const encoded = encoder.encodeHeaderValue(key, given);
  return encoded.trim() === '' ? '' : foldLines(`${key}: ${encoded}`);
}

/** The same for what other mails of a batch have as well: what the last mail had is not encoded again. */
export function sharedLine(key: string, value: string | Address): string {
  const before = last.get(key);
  if (before && isSame(before.value, value)) return before.line;
  const line = headerLine(key, typeof value === 'string' ? value : [value]);
  last.set(key, { value, line });
  return line;
}

/** By the field. */
const last = new Map<string, { readonly value: string | Address; readonly line: string }>();

function isSame(one: string | Address, other: string | Address): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  return one.name === other.name && one.address === other.address;
}
