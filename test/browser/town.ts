import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Temporal } from 'temporal-polyfill';
import { SignInService } from '../../src/people/sign-in/sign-in.service.js';
import { assessor, unit, person } from '../domain/people.js';
import { Office } from '../api/office.js';
import { deputy, dinkes, smallCity } from '../api/small-city.js';
import { lead } from '../api/work.js';
import { startChromium } from './chromium.js';

/** As somebody looks at the desks. */
export type Way = Pick<
  BrowserContextOptions,
  'javaScriptEnabled' | 'viewport' | 'bypassCSP' | 'baseURL'
>;

const height = 900;
export const wide = { width: 1280, height };
export const narrow = { width: 360, height };

/** DINKES answers 1 and 2, the others one each: what one test sends is locked for no other. */
export const leads = { 1: 'DINKES', 2: 'DINKES', 3: 'DLH', 4: 'DINSOS', 5: 'DINDIK' } as const;

/** Every assessor has a unit of their own, so that a test can finish a review. */
export const assignments = [
  { assessor: 'A1', unit: 'DINKES' },
  { assessor: 'A2', unit: 'DLH' },
  { assessor: 'A3', unit: 'DINSOS' },
  { assessor: 'A4', unit: 'DINDIK' },
] as const;

export const cycle = 'kota-kecil';

/** A small city, its server, and a Chromium for whoever comes to its desks. */
export class Town {
  private readonly signedIn = new Map<string, BrowserContextOptions['storageState']>();

  private constructor(
    readonly office: Office,
    private readonly chromium: Browser,
  ) {}

  static async open(at: Temporal.Instant): Promise<Town> {
    const admins = [person(dinkes), person(deputy)];
    const others = ['DLH', 'DINSOS', 'DINDIK'].map((code) => unit(code));
    const blueprint = smallCity(
      {
        units: [unit('DINKES', { admins }), ...others],
        assessors: assignments.map(({ assessor: code }) => assessor(code, null)),
        assignments,
      },
      cycle,
    );
    const office = await Office.open(blueprint, at);
    await lead(office, leads);
    return new Town(office, await startChromium());
  }

  /** A page of somebody who has signed in with a link; null: of a stranger. */
  async visit(email: string | null, way: Way = {}): Promise<Page> {
    const storageState = email === null ? undefined : await this.stateOf(email);
    const context = await this.chromium.newContext({
      baseURL: this.office.site.url,
      viewport: wide,
      ...way,
      ...(storageState === undefined ? {} : { storageState }),
    });
    context.setDefaultTimeout(10_000);
    return context.newPage();
  }

  async close(): Promise<void> {
    await this.chromium.close();
    await this.office.close();
  }

  /** Whoever has come in once has the cookie of it again. */
  private async stateOf(email: string): Promise<BrowserContextOptions['storageState']> {
    const known = this.signedIn.get(email);
    if (known !== undefined) return known;
    const page = await this.visit(null);
    const { app } = this.office.site;
    const token = await app.get(SignInService, { strict: false }).invite(email);
    await page.goto(`/masuk/tautan/${token}`);
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.waitForURL(`${this.office.site.url}/`);
    const state = await page.context().storageState();
    await page.context().close();
    this.signedIn.set(email, state);
    return state;
  }
}

/**
 * How many pixels of the page stand outside of the window, at the width of a phone and of a desk.
 * Its words can be there before its style sheet, and then it is as wide as its widest table.
 */
export async function overflow(page: Page): Promise<number[]> {
  await page.waitForLoadState('load');
  const before = page.viewportSize() ?? wide;
  const over: number[] = [];
  for (const size of [narrow, wide]) {
    await page.setViewportSize(size);
    over.push(
      await page.evaluate<number>(
        'document.scrollingElement.scrollWidth - document.documentElement.clientWidth',
      ),
    );
  }
  await page.setViewportSize(before);
  return over;
}
