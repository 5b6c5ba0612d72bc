import { simpleParser } from 'mailparser';
import { mailLine } from '../../src/engine/scenario/log.js';
import type { CaughtMail } from '../../src/notice/catcher.js';

/** The id of a mail is the left half of its Message-ID. */
export async function idOf({ raw }: CaughtMail): Promise<string> {
  const { messageId = '' } = await simpleParser(raw.subarray(0, raw.indexOf('\r\n\r\n') + 4));
  return messageId.slice(1, messageId.indexOf('@'));
}

export async function idsOf(mails: readonly CaughtMail[]): Promise<string[]> {
  return Promise.all(mails.map(idOf));
}

/** What recipients read, in an order that does not depend on who sent first. */
export async function linesOf(mails: readonly CaughtMail[]): Promise<string[]> {
  const lines = await Promise.all(mails.map((mail) => mailLine(mail, 'Asia/Jakarta')));
  return lines.map((line) => JSON.stringify(line)).sort();
}
