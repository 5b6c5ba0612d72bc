import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Office } from './office.js';
import { coordinator, dinkes, during, smallCity } from './small-city.js';
import { changingNothing } from './tables.js';
import type { Refused } from './work.js';

let office: Office;
let file = '';

interface Shown {
  readonly shown: string;
  readonly changes: readonly object[];
  readonly consequences: { readonly now: readonly object[] };
}

beforeEach(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.selfAssessment);
  ({ file } = await office.done<{ file: string }>(coordinator, 'GET', '/file'));
});

afterEach(() => office.close());

const basis = { reason: 'Edaran Sekda', letter: '060/040/III/2025' };

function preview(text: string): Promise<Shown> {
  const order = { file: text, ...basis };
  return changingNothing(office, () =>
    office.done<Shown>(coordinator, 'POST', '/file/preview', order),
  );
}

function take(text: string, shown: string, by = coordinator) {
  return office.ask<Refused>(by, 'POST', '/file', { file: text, ...basis, shown });
}

describe('a cycle file that is sent to the API', () => {
  it('changes nothing when it is the present one', async () => {
    const { changes, consequences } = await preview(file);

    expect(changes).toEqual([]);
    expect(consequences).toMatchObject({ now: [], come: [], gone: [], moved: [] });
  });

  it('is shown with what comes of it, and taken as it was shown', async () => {
    const moved = file.replace('closes: 2025-09-12', 'closes: 2025-09-15');
    const { shown, consequences } = await preview(moved);

    const { status } = await take(moved, shown);

    expect(status).toBe(204);
    expect(consequences.now).toHaveLength(4);
    expect(await office.done(coordinator, 'GET', '/file')).toEqual({ file: moved });
    expect(await preview(moved)).toMatchObject({ changes: [] });
  });

  it('is not taken when something else would come of it by now', async () => {
    const moved = file.replace('closes: 2025-09-12', 'closes: 2025-09-15');
    const { shown } = await preview(moved);
    const extend = { do: 'extend', phase: 'mandiri', unit: 'DLH', closes: '2025-09-17' };
    const order = { commands: [{ ...extend, reason: 'Gangguan jaringan' }] };
    const other = await office.done<Shown>(coordinator, 'POST', '/changes/preview', order);
    await office.done(coordinator, 'POST', '/changes', { ...order, shown: other.shown });

    const answer = await changingNothing(office, () => take(moved, shown));

    expect([answer.status, answer.body.code]).toEqual([409, 'changed_meanwhile']);
  });

  it('names the line and the field of what is wrong', async () => {
    const wrong = file.replace('closes: 2025-09-12', 'closes: 2025-09-32');

    const { status, body } = await changingNothing(office, () =>
      office.ask(coordinator, 'POST', '/file/preview', { file: wrong }),
    );

    expect(status).toBe(422);
    const line = wrong.split('\n').findIndex((each) => each.includes('2025-09-32')) + 1;
    expect(body).toMatchObject({ problems: [{ line, field: 'phases[2].closes' }] });
  });

  it('is for coordinators only', async () => {
    const { shown } = await preview(file);

    const statuses = await changingNothing(office, async () => [
      (await office.ask(dinkes, 'GET', '/file')).status,
      (await office.ask(dinkes, 'POST', '/file/preview', { file })).status,
      (await take(file, shown, dinkes)).status,
    ]);

    expect(statuses).toEqual([403, 403, 403]);
  });
});
