import { simpleParser, type AddressObject } from 'mailparser';
import nodemailer from 'nodemailer';
import { composeMail } from '../../src/notice/letter/compose-mail.js';
import type { Letter } from '../../src/notice/letter/letter.js';

/** A letter as it arrives: written to the wire by the real transport, read by the real parser. */
export async function receive(letter: Letter) {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  const { envelope, message } = await transport.sendMail(composeMail(letter));
  const mail = await simpleParser(message);
  const headers = mail.headerLines.map(({ key, line }): [string, string] => [
    key,
    line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n/g, '')
      .trim(),
  ]);
  return {
    envelope,
    headers,
    raw: (message as Buffer).toString('utf8'),
    from: people(mail.from),
    to: people(mail.to),
    cc: people(mail.cc),
    subject: mail.subject,
    date: mail.date?.toISOString(),
    messageId: mail.messageId,
    text: mail.text ?? '',
    html: mail.html || '',
  };
}

/** The values of one header, in order, unfolded. */
export function all(headers: readonly [string, string][], name: string): string[] {
  return headers.filter(([key]) => key === name.toLowerCase()).map(([, value]) => value);
}

function people(field: AddressObject | AddressObject[] | undefined) {
  return [field ?? []].flat().flatMap(({ value }) => value);
}
