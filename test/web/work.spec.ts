import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SimulatedClock } from '../../src/domain/clock.js';
import { Stepper } from '../../src/engine/stepper.js';
import { september, wib } from '../engine/city.js';
import { mailTo } from '../engine/stage.js';
import { Browser, redirect } from './browser.js';
import { beginning, Site } from './site.js';

const admin = 'admin@opd-1.test';

let site: Site;

/** On the morning of the first mails. */
beforeAll(async () => {
  const clock = new SimulatedClock(beginning);
  site = await Site.open(true, clock, september(1), beginning, {
    baseUrl: 'https://siklus.kota.test',
  });
  clock.moveTo(wib('2025-09-01T08:00'));
  await site.app.get(Stepper, { strict: false }).settle();
});

afterAll(() => site.close());

describe('the button of a mail', () => {
  it('leads to the very task, by way of the sign-in', async () => {
    const browser = new Browser(site);
    const [entry] = site.inbox.latest(1);
    const mail = entry && (await site.inbox.find(entry.id));
    const [, path = ''] = /https:\/\/siklus\.kota\.test(\/kerja\/\S+)/.exec(mail?.text ?? '') ?? [];

    const first = redirect(await browser.get(path));
    const [, next = ''] = /\?next=(.*)/.exec(first[1] ?? '') ?? [];
    const signedIn = redirect(await browser.signInByLink(admin, decodeURIComponent(next)));

    expect(path).toBe('/kerja/september/mandiri/OPD-1');
    expect(first).toEqual([303, `/masuk?next=${encodeURIComponent(path)}`]);
    expect(signedIn).toEqual([303, path]);
    expect(redirect(await browser.get(path))).toEqual([303, '/opd/september/OPD-1']);
  });

  it('has a link beside it, to the page of this very mail', async () => {
    const browser = new Browser(site);
    await browser.signInByLink(admin);
    const entry = site.inbox
      .latest(site.inbox.count)
      .find(({ subject }) => /H-7|dibuka/.test(subject));
    const mail = entry && (await site.inbox.find(entry.id));
    const [, path = ''] = /https:\/\/siklus\.kota\.test(\/surel\/\S+)/.exec(mail?.text ?? '') ?? [];

    const page = await browser.page(path);

    expect(mail?.html).toContain(`href="https://siklus.kota.test${path}"`);
    expect(path).toBe(`/surel/${await mailTo(site.app, admin)}`);
    expect(page).toContain('<h1>Mengapa saya menerima surel ini?</h1>');
    expect(page).toContain('Senin, 1 September 2025 pukul 08.00 WIB');
  });

  it('may lead to a phase as a whole', async () => {
    const path = '/kerja/september/laporan';

    expect(redirect(await new Browser(site).get(path))).toEqual([
      303,
      `/masuk?next=${encodeURIComponent(path)}`,
    ]);
  });
});
