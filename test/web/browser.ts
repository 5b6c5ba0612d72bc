import type { Inbox, InboxEntry } from '../../src/notice/inbox.js';
import { untilTrue } from '../engine/until.js';

/** A server, and the mails that it sends as far as somebody catches them. */
interface Served {
  readonly url: string;
  readonly inbox?: Inbox;
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

/** A visitor with cookies, who fills in forms; without scripts. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly site: Served,
    /** What it sends with every request, such as where it is. */
    private readonly headers: Record<string, string> = {},
  ) {}

  async get(path: string): Promise<Response> {
    return this.request(path, {});
  }

  async page(path: string): Promise<string> {
    return (await this.get(path)).text();
  }

  /** As a form of our own page is sent, or, with other headers, of somebody else's. */
  async post(
    path: string,
    fields: Readonly<Record<string, string>> = {},
    headers: Readonly<Record<string, string>> = { origin: this.site.url },
  ): Promise<Response> {
    return this.request(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  /** Opens a page and sends its form to an action, with the hidden fields that it brings. */
  async submit(
    path: string,
    action: string,
    fields: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    return this.post(action, { ...hiddenIn(await this.page(path)), ...fields });
  }

  async request(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ');
    const headers = {
      ...this.headers,
      ...(init.headers as Record<string, string> | undefined),
      ...(cookie === '' ? {} : { cookie }),
    };
    const response = await this.site.fetch(path, { ...init, headers });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    return response;
  }

  /** Asks for a link. @returns the path of the one that was sent */
  async linkFor(email: string, next = '/'): Promise<string> {
    const { length } = linkMails(this.site, email);
    const form = `/masuk?next=${encodeURIComponent(next)}`;
    const answer = await this.submit(form, '/masuk/tautan', { email });
    if (answer.status !== 303) throw new Error(`no link is sent: ${await answer.text()}`);
    await untilTrue('the link', () => linkMails(this.site, email).length > length);
    const [entry] = linkMails(this.site, email);
    const mail = entry && (await this.site.inbox?.find(entry.id));
    const [path] = /\/masuk\/tautan\/[\w-]+/.exec(mail?.text ?? '') ?? [];
    if (path === undefined) throw new Error(`no link in ${mail?.text ?? 'no mail'}`);
    return path;
  }

  /** Asks for a link and follows it. @returns the answer to its button */
  async signInByLink(email: string, next = '/'): Promise<Response> {
    const link = await this.linkFor(email, next);
    return this.submit(link, link);
  }

  /** Signs somebody in. */
  static async of(site: Served, email: string): Promise<Browser> {
    const browser = new Browser(site);
    await browser.signInByLink(email);
    return browser;
  }

  /** What every form of whoever is signed in brings along. */
  async proof(): Promise<string> {
    return hiddenIn(await this.page('/keluar'))['_csrf'] ?? '';
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** The mails with a link that somebody got, newest first. */
export function linkMails({ inbox }: Served, email: string): InboxEntry[] {
  return (inbox?.latest(inbox.count) ?? []).filter(
    ({ to, subject }) => subject === 'Tautan masuk Siklus' && to.includes(email.toLowerCase()),
  );
}

export function hiddenIn(page: string): Record<string, string> {
  const inputs = page.matchAll(/<input[^>]*?type="hidden"[^>]*>/gs);
  return Object.fromEntries(
    [...inputs].map(([input]) => [
      /name="([^"]*)"/.exec(input)?.[1] ?? '',
      /value="([^"]*)"/.exec(input)?.[1] ?? '',
    ]),
  );
}

export function redirect(response: Response): [number, string | null] {
  return [response.status, response.headers.get('location')];
}
