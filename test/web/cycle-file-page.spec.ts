import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Office } from '../api/office.js';
import { coordinator, during, smallCity } from '../api/small-city.js';
import { changingNothing } from '../api/tables.js';
import { hiddenIn, redirect } from './browser.js';
import { OfficeDesk, said, type Said } from './office-desk.js';

const page = '/koordinator/kota-kecil/perubahan/berkas';

let office: Office;
let desk: OfficeDesk;

/** DINKES, which has two admins, DLH and DINSOS assess themselves until the 12th of September. */
beforeEach(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.selfAssessment);
  desk = await OfficeDesk.open(office, coordinator, page);
});

afterEach(() => office.close());

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** The file as it stands in the form. */
async function present(): Promise<string> {
  const text = await desk.browser.page(page);
  const [, file = ''] = /<textarea[^>]*>\n([^<]*)<\/textarea>/.exec(text) ?? [];
  return unescaped(file);
}

const basis = { reason: 'Edaran Sekda', letter: '060/040/III/2025' };

async function preview(file: string): Promise<Said> {
  return said(await desk.post('/pratinjau', { file, ...basis }));
}

/** As the button of a preview sends it: a file has lines, which `said` does not keep. */
function take(file: string, { text }: Said): Promise<Response> {
  return desk.post('/terapkan', { file, ...basis, shown: hiddenIn(text)['shown'] ?? '' });
}

describe('the page of the cycle file', () => {
  it('holds the file that changes nothing', async () => {
    const { status, text } = await changingNothing(office, async () => preview(await present()));

    expect(status).toBe(200);
    expect(text).toContain('tidak ada yang berubah');
    expect(text).not.toContain('Terapkan berkas ini');
  });

  it('shows what a file changes and what comes of it, before anything has changed', async () => {
    const file = (await present())
      .replace('closes: 2025-09-12', 'closes: 2025-09-15')
      .replace(/^title: .*$/m, 'title: Evaluasi baru')
      .replace('closes: 2025-10-03', 'closes: 2025-10-07');

    const { status, text } = await changingNothing(office, () => preview(file));

    expect(status).toBe(200);
    expect(text).toContain('4 surel dikirim sekarang.');
    expect(text).toMatch(/<li>[^<]*: [^<]* menjadi Evaluasi baru<\/li>/);
    expect(text).toMatch(/mandiri: 2025-09-08 – 2025-09-12 menjadi 2025-09-08 – 2025-09-15/);
    expect(text).toContain('Edaran Sekda');
  });

  it('does what was shown as one version of the timeline, and mails quote the letter', async () => {
    const file = (await present())
      .replace('closes: 2025-09-12', 'closes: 2025-09-15')
      .replace('closes: 2025-10-03', 'closes: 2025-10-07');
    const { inbox } = office.site;
    const before = inbox.count;

    const answer = await take(file, await preview(file));
    await office.moveTo(during.selfAssessment);

    expect(redirect(answer)).toEqual([303, `${page}?diterapkan`]);
    expect(await present()).toBe(file);
    expect(inbox.count - before).toBe(4);
    const [latest] = inbox.latest(1);
    expect((await inbox.find(latest?.id ?? ''))?.text).toContain(basis.letter);
    const { versions } = await office.done<{ versions: object[] }>(
      ...([coordinator, 'GET', '/versions'] as const),
    );
    expect(versions[0]).toMatchObject({ number: 2, ...basis });
    expect((await preview(file)).text).toContain('tidak ada yang berubah');
  });

  it('shows the consequences again when they are others by then', async () => {
    const file = (await present()).replace('closes: 2025-09-12', 'closes: 2025-09-15');
    const shown = await preview(file);
    const extend = { do: 'extend', phase: 'mandiri', unit: 'DLH', closes: '2025-09-17' };
    const order = { commands: [{ ...extend, reason: 'x' }], reason: null, letter: null };
    const { shown: now } = await office.done<{ shown: string }>(
      ...([coordinator, 'POST', '/changes/preview', order] as const),
    );
    await office.done(coordinator, 'POST', '/changes', { ...order, shown: now });

    const answer = await changingNothing(office, async () => said(await take(file, shown)));

    expect(answer.status).toBe(409);
    expect(answer.text).toContain('telah berubah sejak pratinjau');
    expect(redirect(await take(file, answer))).toEqual([303, `${page}?diterapkan`]);
  });

  it('keeps what was typed on the way back from the preview', async () => {
    const file = `${await present()}# catatan\n`;

    const { text } = await said(await desk.post('', { file, ...basis }));

    expect(text).toContain('# catatan');
    expect(text).toContain('value="Edaran Sekda"');
  });

  it.each([
    { what: 'a damaged file', change: () => 'code: [', status: 422, problem: /<th scope="row">1</ },
    { what: 'an empty file', change: () => '', status: 422, problem: /Berkas ini kosong/ },
    {
      what: 'a field that there is not',
      change: (file: string) => file.replace(/^title:/m, 'judul:'),
      ...{ status: 422, problem: /judul/ },
    },
    {
      what: 'the code of another cycle',
      change: (file: string) => file.replace(/^code: .*$/m, 'code: lain'),
      ...{ status: 422, problem: /<td>code<\/td>/ },
    },
    {
      what: 'a path on the server',
      change: (file: string) => file.replace(/^instrument: .*$/m, 'instrument: ../../package.yaml'),
      ...{ status: 422, problem: /expected a code, not a path/ },
    },
    {
      what: 'another zone',
      change: (file: string) => file.replace(/^timezone: .*$/m, 'timezone: Asia/Makassar'),
      ...{ status: 409, problem: /Zona waktu siklus yang berjalan tidak dapat diubah/ },
    },
    {
      what: 'another instrument after the self-assessment has opened',
      change: (file: string) => file.replace(/^instrument: .*$/m, 'instrument: pemdi-2026'),
      ...{ status: 409, problem: /Instrumen tidak dapat diganti/ },
    },
    {
      what: 'a date that has passed (rule 18)',
      change: (file: string) => file.replace('closes: 2025-09-12', 'closes: 2025-09-08'),
      ...{ status: 409, problem: /Tanggal tutup itu sudah lewat/ },
    },
    {
      what: 'a phase that is open and gone',
      change: (file: string) => file.replace(/ {2}- code: mandiri\n(?: {4}.*\n)*/, ''),
      ...{ status: 409, problem: /Tahap itu sudah dibuka/ },
    },
  ])('says what is wrong with $what, and keeps it', async ({ change, status, problem }) => {
    const file = change(await present());

    const answer = await changingNothing(office, () => preview(file));

    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(problem);
    const [, kept = ''] = /<textarea[^>]*> ?([^<]*)<\/textarea>/.exec(answer.text) ?? [];
    expect(unescaped(kept).trim()).toBe(file.replace(/\s+/g, ' ').trim());
  });

  it('takes no aliases that grow without end, and no file without end', async () => {
    const bomb = 'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\n'.concat(
      ...'cdefgh'.split('').map((name, at) => {
        const of = `*${'bcdefg'.charAt(at)}`;
        return `${name}: &${name} [${Array<string>(8).fill(of).join()}]\n`;
      }),
    );

    const [grown, long] = await changingNothing(office, async () => {
      return [await preview(bomb), await preview('x'.repeat(200_001))] as const;
    });

    expect(grown.status).toBe(422);
    expect(long.status).toBe(400);
  });
});
