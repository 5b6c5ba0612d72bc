import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { wib } from '../engine/city.js';
import { asked, askingCity, grant } from './extending.js';
import type { Office } from './office.js';
import { coordinator, deputy, dinkes, dlh } from './small-city.js';

/** The self-assessment ends on a Friday: its H+1 moves to the Monday. */
const overdueAt = wib('2025-09-15T08:00');

let office: Office;

beforeEach(async () => {
  office = await askingCity();
});

afterEach(() => office.close());

/** Both parts of the last mail to somebody, without their line breaks. */
async function lastTo(email: string): Promise<{ subject: string; text: string; html: string }> {
  const { inbox } = office.site;
  const mail = inbox.latest(inbox.count).find(({ to }) => to.includes(email));
  const { text = '', html = '' } = (mail && (await inbox.find(mail.id))) ?? {};
  const flat = (part: string): string => part.replace(/\s+/g, ' ');
  return { subject: mail?.subject ?? '', text: flat(text), html: flat(html || '') };
}

const waits =
  'Permohonan dispensasi Bapak/Ibu sampai Rabu, 17 September 2025 sedang menunggu keputusan.';

describe('rule 12: the overdue mail', () => {
  it('of a unit whose request waits says so to each of its admins, and to no other unit', async () => {
    await asked(office);

    await office.moveTo(overdueAt);

    for (const email of [dinkes, deputy]) {
      const { subject, text, html } = await lastTo(email);
      expect(subject).toContain('Terlambat');
      expect(text).toContain(waits);
      expect(html).toContain(waits);
    }
    const other = await lastTo(dlh);
    expect(other.subject).toContain('Terlambat');
    expect(other.text).not.toContain('menunggu keputusan');
  });

  it.each([
    { what: 'was withdrawn', settle: (id: string) => withdrawn(id) },
    { what: 'was refused', settle: (id: string) => refused(id) },
  ])('says nothing of one that $what while the mail waited', async ({ settle }) => {
    const id = await asked(office);
    await office.site.catcher.set('down');
    await office.moveTo(overdueAt);

    await settle(id);
    await office.site.catcher.set('up');
    await office.moveTo(overdueAt.add({ hours: 2 }));

    const { inbox } = office.site;
    const mails = inbox.latest(inbox.count).filter(({ to }) => to.includes(dinkes));
    const texts = await Promise.all(mails.map(async ({ id: of }) => (await inbox.find(of))?.text));
    expect(mails.some(({ subject }) => subject.includes('Terlambat'))).toBe(true);
    expect(texts.join(' ').replace(/\s+/g, ' ')).not.toContain('menunggu keputusan');
  });

  it('says nothing of it when the result is out, for nobody will decide any more', async () => {
    await asked(office);
    await office.site.app.get(DataSource).query(
      `INSERT INTO task SELECT (jsonb_populate_record(
         t, '{"id": "laporan#1", "phase": "laporan", "state": "finished"}'
       )).* FROM task t WHERE phase = 'penetapan'`,
    );

    await office.moveTo(overdueAt);

    const { subject, text } = await lastTo(dinkes);
    expect(subject).toContain('Terlambat');
    expect(text).not.toContain('menunggu keputusan');
  });

  it('does not come after the request was granted', async () => {
    const id = await asked(office);
    await grant(office, coordinator, id, '2025-09-17');

    await office.moveTo(overdueAt.add({ minutes: 5 }));

    expect((await lastTo(dinkes)).subject).not.toContain('Terlambat');
  });
});

describe('the mail to coordinators', () => {
  it('is not sent when the request was withdrawn before it could be', async () => {
    await office.site.catcher.set('down');
    const id = await asked(office);
    await office.moveTo(office.now.add({ minutes: 5 }));

    await withdrawn(id);
    await office.site.catcher.set('up');
    await office.moveTo(office.now.add({ hours: 2 }));

    const { inbox } = office.site;
    const subjects = inbox.latest(inbox.count).map(({ subject }) => subject);
    expect(subjects.filter((each) => each.includes('Permohonan dispensasi'))).toEqual([]);
  });
});

async function withdrawn(id: string): Promise<void> {
  await office.done(dinkes, 'DELETE', `/extension-requests/${id}`);
}

async function refused(id: string): Promise<void> {
  await office.done(coordinator, 'POST', `/extension-requests/${id}/refuse`, { reason: 'Tidak.' });
}
