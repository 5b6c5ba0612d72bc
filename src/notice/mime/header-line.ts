import { foldLines } from 'nodemailer/lib/mime-funcs';
import MimeNode from 'nodemailer/lib/mime-node';
import { remembered } from '../../domain/remembered.js';
import type { Address } from '../letter/letter.js';

const encoder = new MimeNode();

/** A header field as nodemailer writes it, folded; empty when it has no value. */
export function headerLine(key: string, value: string | readonly Address[]): string {
  // Copies: nodemailer rewrites the addresses that it is given.
  const given = typeof value === 'string' ? value : value.map((address) => ({ ...address }));
  const encoded = encoder.encodeHeaderValue(key, given);
  return encoded.trim() === '' ? '' : foldLines(`${key}: ${encoded}`);
}

/** The same for what other mails of a batch have as well. */
export const sharedLine = remembered(
  (key, value) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  headerLine,
);
