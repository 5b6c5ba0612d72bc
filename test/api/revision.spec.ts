import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Office } from './office.js';
import { a1, dinkes, dinsos, during, smallCity } from './small-city.js';
import { changingNothing } from './tables.js';
import {
  accepted,
  finish,
  judge,
  lead,
  link,
  setLevel,
  sheet,
  submit,
  words,
  type Refused,
} from './work.js';

let office: Office;

/** Of DINKES 1 and 4 come back, 2 and 3 do not; DINSOS has no finding. */
beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 2: 'DINKES', 3: 'DINKES', 4: 'DINKES', 5: 'DINSOS' });
  await office.moveTo(during.selfAssessment);
  await submit(office, 'DINKES', { 1: 4, 2: 3, 3: 2, 4: 2 });
  await submit(office, 'DINSOS', { 5: 2 });
  await office.moveTo(during.review);
  await judge(office, { by: a1, unit: 'DINKES', no: 1, level: 2, finding: true });
  await judge(office, { by: a1, unit: 'DINKES', no: 2, level: 3 });
  await judge(office, { by: a1, unit: 'DINKES', no: 3, level: 1 });
  await judge(office, { by: a1, unit: 'DINKES', no: 4, level: 1, finding: true });
  await office.done(a1, 'POST', '/finish', { phase: 'dokumen', unit: 'DINKES' });
});

afterAll(() => office.close());

const edit = (no: number, version = 1, level = '4') =>
  office.ask<Refused>(dinkes, 'PUT', `/indicators/${no}/answer`, {
    version,
    level,
    fact: 'Dilengkapi.',
    analysis: 'Sesuai catatan.',
  });

async function presentAt(no: number, level: number): Promise<string> {
  const { evidence } = await sheet(office, dinkes, no);
  const found = evidence.find((each) => each.level === level && each.removedAt === null);
  return found?.id ?? '';
}

const code = ({ status, body }: { status: number; body: Refused | null }) => [status, body?.code];

describe('a returned answer', () => {
  it('waits for the revision to open', async () => {
    expect(code(await changingNothing(office, () => edit(1)))).toEqual([409, 'not_open']);

    await office.moveTo(during.revision);
  });

  it('is the only kind that can be revised', async () => {
    const piece = { name: 'Lagi', url: 'https://berkas.test/lagi' };
    const id = await presentAt(2, 2);

    const answers = await changingNothing(office, async () => [
      await edit(2),
      await edit(3),
      await office.ask<Refused>(dinkes, 'POST', '/indicators/2/links', {
        ...piece,
        unit: 'DINKES',
        level: 4,
      }),
      await office.ask<Refused>(dinkes, 'PUT', `/evidence/${id}/link`, piece),
      await office.ask<Refused>(dinkes, 'DELETE', `/evidence/${id}`),
    ]);

    expect(answers.map(code)).toEqual(answers.map(() => [409, 'not_returned']));
  });

  it('has to be revised before the unit is done, and stays complete', async () => {
    const untouched = await changingNothing(office, () =>
      finish(office, dinkes, 'revisi', 'DINKES'),
    );
    await office.done(dinkes, 'DELETE', `/evidence/${await presentAt(1, 3)}`);
    const without = await changingNothing(office, () => finish(office, dinkes, 'revisi', 'DINKES'));

    const gap = { unit: null, level: null };
    expect(untouched.body?.missing).toEqual([
      { ...gap, kind: 'not_revised', indicator: 1 },
      { ...gap, kind: 'not_revised', indicator: 4 },
    ]);
    expect(without.body?.missing).toEqual([
      { ...gap, kind: 'no_evidence', indicator: 1, level: 3 },
      { ...gap, kind: 'not_revised', indicator: 4 },
    ]);
  });

  it('shows its assessor what is missing and that evidence has changed since', async () => {
    const before = (await sheet(office, a1, 4)).reviews[0];
    const body = { name: 'Yang benar', url: 'https://berkas.test/benar' };
    await office.done(dinkes, 'PUT', `/evidence/${await presentAt(4, 2)}/link`, body);

    const [one, four] = [await sheet(office, a1, 1), await sheet(office, a1, 4)];

    expect(one.reviews[0]?.findings).toContainEqual({
      level: 3,
      evidence: null,
      judgement: { kind: 'revisi', reason: 'belum_diunggah' },
      note: '',
    });
    expect([before?.changed, four.reviews[0]?.changed]).toEqual([false, true]);
    expect(four.reviews[0]?.findings).toEqual([
      { level: 2, evidence: await presentAt(4, 2), judgement: null, note: '' },
    ]);
  });

  it('is not judged again before it is sent', async () => {
    const id = await presentAt(4, 2);
    const path = `/reviews/dokumen/DINKES/evidence/${id}`;

    const answer = await changingNothing(office, () =>
      office.ask<Refused>(a1, 'PUT', path, accepted),
    );

    expect(code(answer)).toEqual([409, 'already_finished']);
  });

  it('is sent with a level of its own beside the claim, and is locked then', async () => {
    await link(office, { unit: 'DINKES', no: 1, level: 3 });
    await edit(1, 1, '3');
    await edit(4, 1, '2');

    const { status } = await finish(office, dinkes, 'revisi', 'DINKES');
    const again = await changingNothing(office, () => edit(1, 2));

    expect([status, ...code(again)]).toEqual([204, 409, 'already_finished']);
    expect((await sheet(office, dinkes, 1)).answer).toMatchObject({
      state: 'revised',
      claimed: '4',
      revised: '3',
      level: '3',
    });
  });
});

describe('a second look at what was revised', () => {
  it('sets the level that is final; the first one stays beside it, and so does the claim', async () => {
    await judge(office, { by: a1, unit: 'DINKES', no: 1, level: 3 });

    const { answer, verified, reviews } = await sheet(office, dinkes, 1);

    expect(answer).toMatchObject({ state: 'reviewed', claimed: '4', revised: '3' });
    expect(verified).toBe('3');
    expect(reviews).toEqual([
      expect.objectContaining({
        changed: false,
        reached: 3,
        item: expect.objectContaining({ level: '2', finalLevel: '3', finding: true }) as object,
      }),
    ]);
  });

  it('gives no more than what is accepted by now', async () => {
    const high = await changingNothing(office, () =>
      setLevel(office, { by: a1, unit: 'DINKES', no: 4, level: 2 }),
    );

    expect(code(high)).toEqual([422, 'level_not_reached']);
  });

  it('is for what was returned only', async () => {
    const id = await presentAt(2, 2);

    const answers = await changingNothing(office, async () => [
      await setLevel(office, { by: a1, unit: 'DINKES', no: 2, level: 1 }),
      await office.ask<Refused>(a1, 'PUT', `/reviews/dokumen/DINKES/evidence/${id}`, accepted),
      await office.ask<Refused>(a1, 'POST', '/reviews/dokumen/DINKES/agree', { indicators: [3] }),
    ]);

    expect(answers.map(code)).toEqual(answers.map(() => [409, 'already_finished']));
  });

  it('that nobody takes leaves the first level', async () => {
    expect((await sheet(office, dinkes, 4)).verified).toBe('1');
  });
});

describe('a unit without findings', () => {
  it('has no revision', async () => {
    const answers = await changingNothing(office, async () => [
      await finish(office, dinsos, 'revisi', 'DINSOS'),
      await office.ask<Refused>(dinsos, 'PUT', '/indicators/5/answer', {
        version: 1,
        level: '2',
        ...words,
      }),
    ]);

    expect(answers.map(code)).toEqual([
      [409, 'not_open'],
      [409, 'already_finished'],
    ]);
  });
});
