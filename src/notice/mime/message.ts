import type { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import { foldLines } from 'nodemailer/lib/mime-funcs';
import MimeNode from 'nodemailer/lib/mime-node';
import type { Envelope as ReadyEnvelope } from 'nodemailer/lib/smtp-connection';
import type { ComposedMail } from '../letter/letter.js';
import { bodyPart } from './body-part.js';
import { headerLine, plainAddress, sharedLine } from './header-line.js';

export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

/** What is sent, and to whom. */
export interface Message {
  readonly envelope: ReadyEnvelope;
  /** From its beginning, each time. A text is in Latin-1, one letter a byte. */
  readonly content: () => string | Readable;
}

/**
 * The message, to the byte as nodemailer's own composer makes it, which takes most of the time of sending:
 * here a line or a header that the last mail had as well is not encoded again. What is not simply text and
 * HTML is left to the composer.
 */
export function messageOf(mail: ComposedMail, envelope: Envelope): Message {
  const raw = rawMessage(mail);
  if (raw === null) {
    const node = composed(mail);
    return { envelope: envelopeOf(envelope), content: () => node.createReadStream() };
  }
  return { envelope: envelopeOf(envelope), content: () => raw };
}

/** By nodemailer's composer; lines end, and the boundary is named, as in `rawMessage`. */
export function composed(mail: ComposedMail): MimeNode {
  const { text, html, messageId } = mail;
  const lines = { text: withLineEnds(text), html: withLineEnds(html) };
  const safe = { disableFileAccess: true, disableUrlAccess: true };
  const baseBoundary = boundaryBase(messageId);
  return new MailComposer({ ...mail, ...lines, ...safe, baseBoundary }).compile();
}

/** @returns null for what is left to the composer */
export function rawMessage(mail: ComposedMail): string | null {
  if (mail.attachments && mail.attachments.length > 0) return null;
  const text = bodyPart('text/plain', mail.text);
  const html = bodyPart('text/html', mail.html);
  if (text === null || html === null) return null;
  const boundary = `--_NmP-${boundaryBase(mail.messageId)}-Part_1`;
  return [
    ...headerLines(mail),
    foldLines(`Content-Type: multipart/alternative; boundary="${boundary}"`),
    '',
    `--${boundary}`,
    text,
    `--${boundary}`,
    html,
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

/** In nodemailer's order. */
function headerLines({ headers, from, to, cc, subject, messageId, date }: ComposedMail): string[] {
  // A list is this mail's own; what is the same in each stands alone.
  const own = Object.entries(headers).flatMap(([key, value]) =>
    typeof value === 'string' ? sharedLine(key, value) : value.map((each) => headerLine(key, each)),
  );
  return [
    ...own,
    sharedLine('From', from),
    headerLine('To', [to]),
    headerLine('Cc', cc),
    sharedLine('Subject', subject),
    headerLine('Message-ID', messageId),
    sharedLine('Date', date),
    'MIME-Version: 1.0',
  ].filter((line) => line !== '');
}

/** As nodemailer writes it; most addresses are so already. */
function envelopeOf({ from, to }: Envelope): ReadyEnvelope {
  const given = { from, to: [...new Set(to)] };
  return [from, ...to].every((address) => plainAddress.test(address))
    ? given
    : new MimeNode().setEnvelope(given).getEnvelope();
}

function withLineEnds(text: string): string {
  return text.replaceAll('\n', '\r\n');
}

/** Nobody who writes into a mail knows the id that it will have, and the same mail is the same bytes (rule 13). */
function boundaryBase(messageId: string): string {
  return messageId.replace(/[^A-Za-z0-9-]/g, '').slice(0, 32);
}
