import { randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HeaderValue } from 'mailparser';
import type { CaughtMail } from './catcher.js';

export interface InboxEntry {
  readonly id: string;
  readonly date: Date;
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
}

export interface InboxMail extends InboxEntry {
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly CaughtAttachment[];
}

export interface CaughtAttachment {
  readonly name: string;
  /** Of its part, as it came. */
  readonly type: string;
  readonly text: string;
  readonly content: Buffer;
}

/** What the catcher caught, newest first: a folder of .eml files that any mail program opens. */
export class Inbox {
  private entries: InboxEntry[] = [];
  private lastNumber = 0;

  private constructor(private readonly folder: string) {}

  static async open(folder: string): Promise<Inbox> {
    const inbox = new Inbox(folder);
    await mkdir(folder, { recursive: true });
    const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
    for (const name of names) {
      const id = name.slice(0, -'.eml'.length);
      inbox.entries.unshift(entryOf(await inbox.read(id)));
      inbox.lastNumber = Number.parseInt(id, 10);
    }
    return inbox;
  }

  get count(): number {
    return this.entries.length;
  }

  latest(count: number, skip = 0): readonly InboxEntry[] {
    return this.entries.slice(skip, skip + count);
  }

  /** Null when there is no such mail. */
  async find(id: string): Promise<InboxMail | null> {
    return this.entries.some((entry) => entry.id === id) ? this.read(id) : null;
  }

  async add({ raw }: CaughtMail): Promise<void> {
    this.lastNumber += 1;
    const id = `${String(this.lastNumber).padStart(6, '0')}-${randomUUID()}`;
    const mail = await parsed(id, raw);
    const file = join(this.folder, `${id}.eml`);
    await writeFile(`${file}.part`, raw);
    await rename(`${file}.part`, file);
    // Listed when it can be read; one that came later may have been written sooner.
    const place = this.entries.findIndex((entry) => entry.id < id);
    this.entries.splice(place < 0 ? this.entries.length : place, 0, entryOf(mail));
  }

  private async read(id: string): Promise<InboxMail> {
    return parsed(id, await readFile(join(this.folder, `${id}.eml`)));
  }
}

function entryOf({ id, date, to, cc, subject }: InboxMail): InboxEntry {
  return { id, date, to, cc, subject };
}

async function parsed(id: string, raw: Buffer): Promise<InboxMail> {
  // Only a demonstration catches mails, and it need not load the parser before the first one.
  const { simpleParser } = await import('mailparser');
  const mail = await simpleParser(raw, { skipImageLinks: true, skipTextToHtml: true });
  const text = (given: typeof mail.to): string =>
    [given ?? []]
      .flat()
      .map((each) => each.text)
      .join(', ');
  return {
    id,
    date: mail.date ?? new Date(0),
    to: text(mail.to),
    cc: text(mail.cc),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    attachments: mail.attachments.map(({ filename, headers, content }) => ({
      name: filename ?? '',
      type: typeOf(headers.get('content-type')),
      text: content.toString('utf8'),
      content,
    })),
  };
}

/** `text/calendar; charset=utf-8; method=PUBLISH` */
function typeOf(header: HeaderValue | undefined): string {
  const isStructured = typeof header === 'object' && 'params' in header;
  if (!isStructured || typeof header.value !== 'string') return '';
  const params = Object.entries(header.params).filter(([name]) => name !== 'name');
  return [header.value, ...params.map((pair) => pair.join('='))].join('; ');
}
