import { Temporal } from 'temporal-polyfill';
import type { Blueprint } from '../../src/domain/commands/adopt-blueprint.js';
import { SimulatedClock } from '../../src/domain/clock.js';
import { Stepper } from '../../src/engine/stepper.js';
import { TickService } from '../../src/engine/tick.service.js';
import { TokenStore } from '../../src/people/token.store.js';
import type { Settings } from '../../src/platform/settings.js';
import { Site } from '../web/site.js';
import { Documented, type Document } from './documented.js';

export interface Answered<T = unknown> {
  readonly status: number;
  readonly body: T;
}

/** The API of a running server, on a clock that the spec moves. */
export class Office {
  private readonly tokens = new Map<string, string>();

  private constructor(
    readonly site: Site,
    private readonly clock: SimulatedClock,
    readonly cycle: string,
    /** What the server says that it answers. */
    readonly documented: Documented,
  ) {}

  static async open(
    blueprint: Blueprint,
    at: Temporal.Instant,
    more: Partial<Settings> = {},
  ): Promise<Office> {
    const clock = new SimulatedClock(at);
    const site = await Site.open(true, clock, blueprint, at, more);
    // A server ticks as it starts, and nobody waits for that: what it writes is not to come into a spec.
    await site.app.get(TickService, { strict: false }).tickAll();
    const document = (await (await site.fetch('/api/v1/openapi.json')).json()) as Document;
    return new Office(site, clock, blueprint.plan.code, new Documented(document));
  }

  /** The same server, asked about another one of its cycles. */
  about(cycle: string): Office {
    return new Office(this.site, this.clock, cycle, this.documented);
  }

  /** With everything that falls due until then. */
  async moveTo(instant: Temporal.Instant): Promise<void> {
    const stepper = this.site.app.get(Stepper, { strict: false });
    for (let next = await stepper.next(); next; next = await stepper.next()) {
      if (Temporal.Instant.compare(next, instant) >= 0) break;
      this.clock.moveTo(next);
      await stepper.settle();
    }
    this.clock.moveTo(instant);
    await stepper.settle();
  }

  get now(): Temporal.Instant {
    return this.clock.now();
  }

  /** After an outage: nobody ticked since the clock was moved last. */
  async comeBackAt(instant: Temporal.Instant): Promise<void> {
    this.clock.moveTo(instant);
    await this.site.app.get(Stepper, { strict: false }).settle();
  }

  /** The present moves, but nothing notices: no tick comes. */
  setClock(instant: Temporal.Instant): void {
    this.clock.moveTo(instant);
  }

  async ask<T = unknown>(
    email: string,
    method: string,
    path: string,
    body?: object,
  ): Promise<Answered<T>> {
    const response = await this.send(email, method, path, {
      ...(body && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T };
  }

  /** @throws Error unless it succeeds */
  async done<T = unknown>(email: string, method: string, path: string, body?: object): Promise<T> {
    const answer = await this.ask<T>(email, method, path, body);
    if (answer.status < 300) return answer.body;
    throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }

  /** A file, as a browser sends it. */
  async upload(
    email: string,
    path: string,
    file: { readonly name: string; readonly content: Buffer },
    fields: Readonly<Record<string, string>> = {},
  ): Promise<Answered<{ id: string; code: string }>> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([new Uint8Array(file.content)]), file.name);
    const method = path.endsWith('/file') ? 'PUT' : 'POST';
    const response = await this.send(email, method, path, { body: form });
    return {
      status: response.status,
      body: (await response.json()) as { id: string; code: string },
    };
  }

  async send(
    email: string,
    method: string,
    path: string,
    init: RequestInit = {},
  ): Promise<Response> {
    const headers = { ...init.headers, authorization: `Bearer ${await this.token(email)}` };
    return this.met(`/api/v1/cycles/${this.cycle}${path}`, { ...init, method, headers });
  }

  /** Any address of the API, asked as given. @throws Error when the answer is not a documented one */
  async met(path: string, init: RequestInit & { readonly method: string }): Promise<Response> {
    const response = await this.site.fetch(path, init);
    const { status, headers } = response;
    const type = headers.get('content-type');
    const isText = type === null || type.includes('json');
    const text = isText ? await response.clone().text() : '';
    this.documented.check({ method: init.method, path, status, type, text });
    return response;
  }

  close(): Promise<void> {
    return this.site.close();
  }

  private async token(email: string): Promise<string> {
    const store = this.site.app.get(TokenStore, { strict: false });
    const known = this.tokens.get(email) ?? (await store.issue(email, 400));
    this.tokens.set(email, known);
    return known;
  }
}
