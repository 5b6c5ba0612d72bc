import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EvidenceService } from '../../src/assessment/evidence.service.js';
import { ask, asked, askingCity, both, head, mailsOf, refusedBy, requestsOf } from './extending.js';
import type { Office } from './office.js';
import { a1, coordinator, deputy, dinkes, dlh } from './small-city.js';
import { changingNothing } from './tables.js';
import { filesIn, pdf, storeFolder } from './uploading.js';

let office: Office;

beforeEach(async () => {
  office = await askingCity();
});

afterEach(() => office.close());

describe('asking for more time', () => {
  it('keeps the request and its letter, and tells the coordinators', async () => {
    let id = '';

    const mails = await mailsOf(office, async () => {
      id = await asked(office);
    });

    expect(await requestsOf(office, dinkes)).toEqual([
      expect.objectContaining({ id, state: 'waiting', asks: true, wish: '2025-09-17' }),
    ]);
    expect(mails).toEqual([
      expect.stringMatching(`^${coordinator} .*Permohonan dispensasi: mandiri \\(Dinas DINKES\\)`),
      expect.stringMatching(`^${both} .*Permohonan dispensasi`),
    ]);
  });

  it.each([
    { by: dlh, as: 'another unit', is: '404 not_found' },
    { by: a1, as: 'an assessor', is: '404 not_found' },
    { by: head, as: 'the head', is: '403 not_allowed' },
    { by: coordinator, as: 'a coordinator', is: '403 not_allowed' },
  ])('is not for $as', async ({ by, is }) => {
    expect(await changingNothing(office, () => refusedBy(ask(office, { by })))).toBe(is);
  });

  it.each([
    { what: 'the deadline that it has', more: { closes: '2025-09-12' }, is: '409 not_later' },
    { what: 'what is past', more: { closes: '2025-09-01' }, is: '409 not_later' },
    { what: 'a phase that there is none of', more: { phase: 'x' }, is: '404 unknown_phase' },
    { what: 'a phase in which it has no task', more: { phase: 'revisi' }, is: '409 not_open' },
    { what: 'a review, which is its assessor’s', more: { phase: 'dokumen' }, is: '409 not_open' },
    { what: 'no date', more: { closes: '2025-02-30' }, is: '422 wrong_input' },
    { what: 'no reason', more: { reason: '  ' }, is: '422 wrong_input' },
    { what: 'no number of a letter', more: { letter: '' }, is: '422 wrong_input' },
    { what: 'no characters', more: { reason: 'a\u0000b' }, is: '422 wrong_input' },
    { what: 'an endless reason', more: { reason: 'x'.repeat(2001) }, is: '422 wrong_input' },
  ])('for $what is refused', async ({ more, is }) => {
    expect(await changingNothing(office, () => refusedBy(ask(office, more)))).toBe(is);
  });

  it('takes no letter that is none', async () => {
    const path = '/units/DINKES/extension-requests';
    const fields = { phase: 'mandiri', closes: '2025-09-17', reason: 'x', letter: 'x' };
    const page = { name: 'surat.pdf', content: Buffer.from('<html></html>') };

    const answer = await changingNothing(office, () => office.upload(dinkes, path, page, fields));

    expect([answer.status, answer.body.code]).toEqual([415, 'file_type_not_allowed']);
    expect(await filesIn(office)).toEqual([]);
  });

  it('is done once for a unit and phase, by whichever admin', async () => {
    await asked(office);

    expect(await refusedBy(ask(office, { by: deputy }))).toBe('409 already_asked');
    expect((await ask(office, { by: dlh, unit: 'DLH' })).status).toBe(201);
  });

  it('is done once when two admins ask at the same moment', async () => {
    const answers = await Promise.all([ask(office), ask(office, { by: deputy })]);

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('can be taken back, and done anew', async () => {
    const id = await asked(office);

    const withdrawn = await office.ask(deputy, 'DELETE', `/extension-requests/${id}`);
    await asked(office, { closes: '2025-09-16' });

    expect(withdrawn.status).toBe(204);
    expect((await requestsOf(office, dinkes)).map(({ state }) => state).sort()).toEqual([
      'waiting',
      'withdrawn',
    ]);
    expect(await refusedBy(office.ask(dinkes, 'DELETE', `/extension-requests/${id}`))).toBe(
      '409 already_decided',
    );
  });
});

describe('the letter of a request', () => {
  it('is for the admins of the unit and the coordinators, and for nobody else', async () => {
    const id = await asked(office);
    const path = `/extension-requests/${id}/letter`;

    const answers = await Promise.all(
      [dinkes, deputy, coordinator, head, dlh, a1].map(async (email) => {
        const response = await office.send(email, 'GET', path);
        await response.arrayBuffer();
        return response.status;
      }),
    );

    expect(answers).toEqual([200, 200, 200, 404, 404, 404]);
    const letter = await office.send(dinkes, 'GET', path);
    expect(Buffer.from(await letter.arrayBuffer())).toEqual(await pdf('surat DINKES'));
    expect(letter.headers.get('content-disposition')).toContain('attachment');
  });

  it('is not swept, however old it is', async () => {
    await asked(office);
    const files = await filesIn(office);
    for (const file of files) await utimes(join(storeFolder(office), file), 0, 0);

    const removed = await office.site.app.get(EvidenceService, { strict: false }).sweep();

    expect([removed, await filesIn(office)]).toEqual([0, files]);
    expect(files).toHaveLength(1);
  });
});

describe('a list of requests', () => {
  it('holds what is the reader’s, and all of them for a coordinator', async () => {
    await asked(office);
    await asked(office, { by: dlh, unit: 'DLH' });
    const unitsFor = async (email: string) =>
      (await requestsOf(office, email)).map((each) => each.unit).sort();

    expect(await unitsFor(coordinator)).toEqual(['DINKES', 'DLH']);
    expect(await unitsFor(dinkes)).toEqual(['DINKES']);
    expect(await unitsFor(head)).toEqual(['DINKES']);
    expect(await unitsFor(a1)).toEqual([]);
  });
});
