/** Reads pages and presses buttons, as a browser without scripts does. */
export class Visitor {
  private readonly address: string;

  constructor(port: number) {
    this.address = `http://127.0.0.1:${port}`;
  }

  get(path: string): Promise<Response> {
    return fetch(`${this.address}${path}`);
  }

  async page(path = '/'): Promise<string> {
    return (await this.get(path)).text();
  }

  /** Presses what has that label on the front page. @returns the page that follows */
  async press(label: string): Promise<string> {
    const front = await this.page();
    const [, action] = /<form [^>]*method="post" action="([^"]+)"/.exec(front) ?? [];
    const [, name, value] =
      new RegExp(`<button name="([^"]+)" value="([^"]+)">${label}<`).exec(front) ?? [];
    if (!action || !name || !value) throw new Error(`no button "${label}": ${front}`);
    return (await this.post(action, { [name]: value })).text();
  }

  post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    return fetch(`${this.address}${path}`, {
      method: 'POST',
      headers: { origin: this.address },
      body: new URLSearchParams(fields),
    });
  }
}

/** What stands between such tags, without the tags in it. */
export function textsOf(page: string, tag: string, attributes = ''): string[] {
  const elements = page.matchAll(new RegExp(`<${tag}${attributes}[^>]*>(.*?)</${tag}>`, 'gs'));
  return [...elements].map(([, inner = '']) =>
    inner
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}
