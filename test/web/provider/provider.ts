import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../../src/platform/package-root.js';
import { Browser } from '../browser.js';

/** A real provider in a process of its own, and how somebody goes through its pages. */
export class ProviderProcess {
  private child: ChildProcess | null = null;

  constructor(
    private readonly port: number,
    private readonly callback: string,
  ) {}

  get issuer(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const script = join(packageRoot, 'test', 'web', 'provider', 'run.js');
    const child = spawn(process.execPath, [script, String(this.port), this.callback], {
      env: { PATH: process.env['PATH'] },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    let said = '';
    await new Promise<void>((ready, failed) => {
      const listen = (text: Buffer): void => {
        said += text.toString();
        if (said.includes('ready')) ready();
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('exit', (status) => failed(new Error(`the provider ended (${status}): ${said}`)));
    });
  }

  async stop(): Promise<void> {
    const { child } = this;
    this.child = null;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await gone;
  }

  /** Somebody signs in there and agrees. @returns where they are sent back to */
  async agree(address: string, login: string): Promise<string> {
    const browser = this.visitor();
    let path = this.pathOf(address);
    for (const fields of [{ prompt: 'login', login, password: 'x' }, { prompt: 'consent' }]) {
      const form = await this.follow(browser, path);
      const answer = await browser.post(form, fields);
      path = this.pathOf(answer.headers.get('location') ?? '');
    }
    return this.follow(browser, path);
  }

  /** Somebody is asked to sign in there and does not want to. @returns where they are sent back to */
  async refuse(address: string): Promise<string> {
    const browser = this.visitor();
    const form = await this.follow(browser, this.pathOf(address));
    const answer = await browser.get(`${form}/abort`);
    return this.follow(browser, this.pathOf(answer.headers.get('location') ?? ''));
  }

  /** Through redirects to a page of the provider, or to the address of somebody else. */
  private async follow(browser: Browser, path: string): Promise<string> {
    const answer = await browser.get(path);
    const location = answer.headers.get('location');
    if (location === null) {
      if (answer.ok) return path;
      throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    }
    const next = new URL(location, this.issuer);
    return next.origin === this.issuer ? this.follow(browser, next.pathname) : location;
  }

  private pathOf(address: string): string {
    const { pathname, search } = new URL(address, this.issuer);
    return pathname + search;
  }

  private visitor(): Browser {
    const { issuer } = this;
    return new Browser({
      url: issuer,
      fetch: (path, init) => fetch(`${issuer}${path}`, { redirect: 'manual', ...init }),
    });
  }
}
