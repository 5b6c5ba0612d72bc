import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TokenStore } from '../../src/people/token.store.js';
import { sample } from '../platform/files/samples.js';
import { Office } from './office.js';
import { a1, a2, a3, coordinator, dinkes, dinsos, dlh, during, smallCity } from './small-city.js';
import { filesIn, pdf, upload } from './uploading.js';
import { lead, link, sheet, submit, type Refused } from './work.js';

let office: Office;

beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 2: 'DINKES', 3: 'DINKES', 4: 'DINKES', 5: 'DINSOS' });
  const supported = { lead: 'DINSOS', supports: ['DLH'] };
  await office.done(coordinator, 'PUT', '/indicators/5', supported);
  await office.moveTo(during.selfAssessment);
});

afterAll(() => office.close());

async function download(email: string, id: string) {
  const response = await office.send(email, 'GET', `/evidence/${id}/file`);
  return { response, content: Buffer.from(await response.arrayBuffer()) };
}

const of = (no: number) => ({ unit: 'DINKES', no, level: 2 });

describe('a file', () => {
  it.each([
    { file: 'bukti.pdf', type: 'application/pdf' },
    { file: 'bukti.png', type: 'image/png' },
    {
      file: 'bukti.docx',
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    },
  ])('like $file comes back as it was sent, and cannot act in a page', async ({ file, type }) => {
    const content = await sample(file);
    const { status, body } = await upload(office, { ...of(1), name: file, content });

    const back = await download(dinkes, body.id);

    expect(status).toBe(201);
    expect(back.content.equals(content)).toBe(true);
    expect(Object.fromEntries(back.response.headers)).toMatchObject({
      'content-type': type,
      'content-length': String(content.length),
      'content-disposition': `attachment; filename=${file}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    });
  });

  it('keeps a name in any script, and gets the extension of what it is', async () => {
    const name = 'SK “Wali Kota” – ꦥꦼꦏꦭꦺꦴꦔꦤ꧀ ✓.docx';
    const content = await sample('bukti.pdf');

    const { body } = await upload(office, { ...of(1), name, content });
    const { response } = await download(dinkes, body.id);

    const encoded = encodeURIComponent(name.replace('.docx', '.pdf'));
    const disposition = response.headers.get('content-disposition');
    expect(disposition).toMatch(/^attachment; filename="SK /);
    expect(disposition).toContain(`filename*=UTF-8''${encoded}`);
  });

  it('that is sent twice is kept once, with a piece of evidence for each', async () => {
    const content = await pdf('dua kali');
    const before = await filesIn(office);

    const ids = [
      await upload(office, { ...of(1), name: 'pertama.pdf', content }),
      await upload(office, { unit: 'DINSOS', no: 5, level: 3, name: 'kedua.pdf', content }),
    ].map(({ body }) => body.id);
    const both = [await download(dinkes, ids[0] ?? ''), await download(dinsos, ids[1] ?? '')];

    expect(await filesIn(office)).toHaveLength(before.length + 1);
    expect(both.map((each) => each.content.equals(content))).toEqual([true, true]);
  });

  it('that is replaced stays beside the new one', async () => {
    const [older, newer] = [await pdf('lama'), await pdf('baru')];
    const { body: first } = await upload(office, { ...of(2), name: 'a.pdf', content: older });

    const replacement = { name: 'b.pdf', content: newer };
    const { body: second } = await office.upload(dinkes, `/evidence/${first.id}/file`, replacement);

    const { evidence } = await sheet(office, dinkes, 2);
    expect(evidence).toEqual([
      expect.objectContaining({ id: first.id, series: first.id, version: 1, level: 2 }),
      expect.objectContaining({ id: second.id, series: first.id, version: 2, removedAt: null }),
    ]);
    expect(evidence[0]?.removedAt).toBe(during.selfAssessment.toString());
    expect((await download(dinkes, first.id)).content.equals(older)).toBe(true);
    expect((await download(dinkes, second.id)).content.equals(newer)).toBe(true);
  });

  it('that was removed can still be read, but is no evidence any more', async () => {
    const { body } = await upload(office, { ...of(3), name: 'a.pdf', content: await pdf('hapus') });

    const gone = await office.ask(dinkes, 'DELETE', `/evidence/${body.id}`);
    const again = await office.ask<Refused>(dinkes, 'DELETE', `/evidence/${body.id}`);

    expect([gone.status, again.status, again.body.code]).toEqual([204, 404, 'unknown_evidence']);
    expect((await sheet(office, dinkes, 3)).supported).toBe(1);
    expect((await download(dinkes, body.id)).response.status).toBe(200);
  });
});

describe('a link', () => {
  it.each(['http://berkas.test/a', 'https://berkas.test/a?b=c#d'])('may go to %s', async (url) => {
    const body = { unit: 'DINKES', level: 2, name: 'Berkas', url };

    const answer = await office.ask(dinkes, 'POST', '/indicators/4/links', body);

    expect(answer.status).toBe(201);
  });

  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'ftp://berkas.test/a',
    '//berkas.test/a',
    'berkas.test/a',
    '',
  ])('may not go to %j', async (url) => {
    const body = { unit: 'DINKES', level: 2, name: 'Berkas', url };
    const own = await link(office, { unit: 'DINKES', no: 4, level: 3 });

    const answers = [
      await office.ask<Refused>(dinkes, 'POST', '/indicators/4/links', body),
      await office.ask<Refused>(dinkes, 'PUT', `/evidence/${own}/link`, { name: 'Lain', url }),
    ];

    const expected = { code: 'link_not_allowed', detail: { url, allowed: 'http, https' } };
    expect(answers).toEqual([1, 2].map(() => ({ status: 422, body: expected })));
  });

  it('has nothing to download', async () => {
    const id = await link(office, { unit: 'DINKES', no: 4, level: 2 });

    const { response } = await download(dinkes, id);

    expect(response.status).toBe(404);
  });
});

describe('evidence of a unit that another one supports', () => {
  let id: string;

  beforeAll(async () => {
    const content = await pdf('pendukung');
    const file = { unit: 'DLH', no: 5, level: 2, name: 'dukungan.pdf', content };
    id = (await upload(office, file)).body.id;
  });

  const readers = [dinsos, dlh, 'head@dinsos.test', 'head@dlh.test', coordinator];

  it('is for its units, their heads and the coordinators; for nobody else does it exist', async () => {
    const strangers = [dinkes, 'head@dinkes.test', a1, a2, a3, 'siapa@luar.test'];
    const statuses = async (emails: string[]) => {
      const all = emails.map((email) => download(email, id));
      return (await Promise.all(all)).map(({ response }) => response.status);
    };

    expect(await statuses(readers)).toEqual(readers.map(() => 200));
    expect(await statuses(strangers)).toEqual(strangers.map(() => 404));
  });

  it('is the supporting unit’s own: the lead neither replaces nor removes it', async () => {
    const before = (await sheet(office, dinsos, 5)).evidence;
    const requests = [
      await office.ask(dinsos, 'DELETE', `/evidence/${id}`),
      await office.upload(dinsos, `/evidence/${id}/file`, {
        name: 'lain.pdf',
        content: await pdf('lain'),
      }),
    ];

    expect(requests.map(({ status }) => status)).toEqual([403, 403]);
    expect((await sheet(office, dinsos, 5)).evidence).toEqual(before);
  });

  it('is for its assessor once the lead has sent the answer', async () => {
    await submit(office, 'DINSOS', { 5: 2 });

    const answers = await Promise.all([a2, a1, a3].map((email) => download(email, id)));

    expect(answers.map(({ response }) => response.status)).toEqual([200, 404, 404]);
  });

  it('is for nobody without a token that holds', async () => {
    const tokens = office.site.app.get(TokenStore, { strict: false });
    const [expired, revoked] = [await tokens.issue(dinsos, 1), await tokens.issue(dlh, 400)];
    await tokens.revoke(dlh);
    const path = `/api/v1/cycles/kota-kecil/evidence/${id}/file`;
    const ask = async (authorization?: string) => {
      const init = authorization === undefined ? {} : { headers: { authorization } };
      return (await office.site.fetch(path, init)).status;
    };

    const fresh = await ask(`Bearer ${expired}`);
    office.setClock(during.selfAssessment.add({ hours: 24 }));
    const shown = [undefined, '', 'Bearer', 'Bearer x', `Basic ${expired}`, `Bearer ${expired}`];
    const statuses = await Promise.all([...shown, `Bearer ${revoked}`].map((each) => ask(each)));
    office.setClock(during.selfAssessment);

    expect(fresh).toBe(200);
    expect(statuses).toEqual(statuses.map(() => 401));
  });
});
