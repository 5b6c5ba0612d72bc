import type { Office } from '../api/office.js';
import { Browser, hiddenIn } from './browser.js';

export type Said = Readonly<{ status: number; text: string }>;

/** A page of the coordinator's desk that takes forms and spreadsheets, as who is signed in there uses it. */
export class OfficeDesk {
  private constructor(
    readonly browser: Browser,
    readonly proof: string,
    /** `/koordinator/kota-kecil/orang` */
    private readonly page: string,
    private readonly origin: string,
  ) {}

  static async open({ site }: Office, email: string, page: string): Promise<OfficeDesk> {
    const browser = new Browser(site);
    await browser.signInByLink(email);
    const proof = await browser.proof();
    return new OfficeDesk(browser, proof, page, site.url);
  }

  async get(path = ''): Promise<Said> {
    return said(await this.browser.get(`${this.page}${path}`));
  }

  post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    return this.browser.post(`${this.page}${path}`, { ...fields, _csrf: this.proof });
  }

  /** What is answered to a file that is uploaded. */
  async preview(
    text: string | Buffer,
    name: string,
    headers: Record<string, string> = {},
  ): Promise<Said> {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(Buffer.from(text))]), name);
    return said(await this.send('/impor', form, headers));
  }

  /** As the button of the preview sends it. */
  take({ text }: Said, more: Record<string, string> = {}): Promise<Response> {
    const form = new FormData();
    const { shown = '', name = '', content = '' } = hiddenIn(text);
    for (const [field, value] of Object.entries({ shown, name, content, ...more })) {
      form.set(field, value);
    }
    return this.send('/impor/terapkan', form);
  }

  /** As the button of a page sends it that has said what comes of something. */
  confirm(path: string, { text }: Said): Promise<Response> {
    const { who = '', shown = '' } = hiddenIn(text);
    return this.post(path, { who, shown });
  }

  private send(path: string, body: FormData, more: Record<string, string> = {}): Promise<Response> {
    const headers = { origin: this.origin, ...more };
    const proven = `${this.page}${path}?_csrf=${this.proof}`;
    return this.browser.request(proven, { method: 'POST', body, headers });
  }
}

export async function said(answer: Response): Promise<Said> {
  return { status: answer.status, text: (await answer.text()).replace(/\s+/g, ' ') };
}

/** The cells of the row that begins with this. */
export function row(text: string, first: string): string | undefined {
  const rows = text.split(/<tr>|<\/tr>/).map((each) => each.replace(/(<[^>]*>|\s)+/g, ' ').trim());
  return rows.find((each) => each.startsWith(first));
}
