import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Office } from '../api/office.js';
import { selfAssessment, september, wib } from '../engine/city.js';
import { outbox } from '../engine/stage.js';
import { Browser } from './browser.js';

const admin = 'admin@opd-1.test';

let office: Office;

/** Three mails after the beginning. */
async function open(baseUrl: string | null): Promise<void> {
  office = await Office.open(september(2, [selfAssessment]), wib('2025-08-31T07:00'), { baseUrl });
  await office.moveTo(wib('2025-09-10T10:00'));
}

/** What the admin's mail program got; not the newest one, which a page could show without looking. */
async function caught() {
  const { inbox } = office.site;
  const own = inbox.latest(inbox.count).filter(({ to }) => to.includes(admin));
  expect(own).toHaveLength(3);
  return inbox.find(own[1]?.id ?? '');
}

describe('the foot of a mail', () => {
  beforeAll(() => open('https://siklus.example.test'));

  afterAll(() => office.close());

  it('leads whoever got it to the page of that very mail', async () => {
    const mail = await caught();
    const [address = '', id] =
      /https:\/\/siklus\.example\.test\/surel\/([\w-]+)$/m.exec(mail?.text ?? '') ?? [];
    const browser = new Browser(office.site);
    await browser.signInByLink(admin);

    const page = await browser.page(new URL(address).pathname);

    expect(mail?.subject).toContain('H-7');
    expect(mail?.html).toContain(`href="${address}"`);
    expect(page).toContain('Pengingat H-7: Penilaian mandiri');
    const row = (await outbox(office.site.app)).find((each) => each.id === id);
    expect([row?.to.email, row?.sentAt]).toEqual([admin, wib('2025-09-05T08:00')]);
  });
});

describe('the foot of a mail of a server that has no address', () => {
  beforeAll(() => open(null));

  afterAll(() => office.close());

  it('carries no link', async () => {
    const mail = await caught();

    // A mail that was not found would hold none either.
    expect(mail?.text).toContain('mohon tidak membalas');
    expect(mail?.text).not.toContain('/surel/');
    expect(mail?.html).not.toContain('/surel/');
  });
});
