import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimedCity } from './claimed-city.js';
import type { Office } from './office.js';
import { coordinator } from './small-city.js';
import { changingNothing } from './tables.js';

const head = 'head@dinkes.test';

interface Kept {
  readonly id: string;
  readonly name: string;
}

let office: Office;
let rising: string;
let falling: string;

beforeAll(async () => {
  office = await claimedCity();
  rising = await kept('Layanan naik', [{ indicator: 43, level: '5' }]);
  falling = await kept('Kebijakan turun', [
    { indicator: 1, level: '2' },
    // As it stands: nothing of that is kept.
    { indicator: 42, level: '4' },
  ]);
});

afterAll(() => office.close());

async function kept(name: string, levels: readonly object[]): Promise<string> {
  const body = { name: ` ${name} `, basis: 'klaim', levels };
  return (await office.done<Kept>(coordinator, 'POST', '/variants', body)).id;
}

function list(by: string) {
  return office.done<{ variants: readonly Kept[] }>(by, 'GET', '/variants');
}

describe('variants', () => {
  it('are listed with what they come to, and to coordinators with who made them', async () => {
    const [{ variants }, { variants: shown }] = [await list(coordinator), await list(head)];

    expect(new Set(variants.map(({ name }) => name))).toEqual(
      new Set(['Layanan naik', 'Kebijakan turun']),
    );
    const change = { indicator: 1, from: '3', to: '2', contribution: '-0.0130' };
    expect(variants.find(({ id }) => id === falling)).toMatchObject({
      ...{ name: 'Kebijakan turun', basis: 'klaim', madeBy: coordinator },
      ...{ before: { index: '1.12' }, after: { index: '1.10' }, differences: [change] },
    });
    expect(shown).toMatchObject([{ madeBy: null }, { madeBy: null }]);
  });

  it('are compared in the order in which they are asked for', async () => {
    const { status, body } = await changingNothing(office, () =>
      office.ask(head, 'POST', '/variants/compare', { variants: [falling, rising] }),
    );

    expect([status, body]).toMatchObject([
      200,
      {
        variants: [{ name: 'Kebijakan turun' }, { name: 'Layanan naik' }],
        differing: [
          {
            indicator: 1,
            levels: [
              { from: '3', to: '2' },
              { from: '3', to: '3' },
            ],
          },
          {
            indicator: 43,
            levels: [
              { from: '1', to: '1' },
              { from: '1', to: '5' },
            ],
          },
        ],
      },
    ]);
  });

  it('are kept only where something is changed', async () => {
    const same = { name: 'Sama saja', basis: 'klaim', levels: [{ indicator: 42, level: '4' }] };

    const { status, body } = await changingNothing(office, () =>
      office.ask(coordinator, 'POST', '/variants', same),
    );

    expect([status, body]).toMatchObject([422, { problems: [{ field: 'levels' }] }]);
  });

  it('are no more once they are removed', async () => {
    const id = await kept('Buang', [{ indicator: 44, level: '2' }]);
    await office.done(coordinator, 'DELETE', `/variants/${id}`);

    expect((await list(coordinator)).variants.map(({ name }) => name)).not.toContain('Buang');
  });
});

describe('weights of effort', () => {
  it('are told of every indicator, and lead the ways elsewhere once they are set', async () => {
    const raises = async () => {
      const ways = await office.done<{ ways: readonly { raises: readonly object[] }[] }>(
        ...[head, 'POST', '/ways-to-target', { goal: '1.18' }],
      );
      return ways.ways[0]?.raises;
    };
    expect(await raises()).toMatchObject([{ indicator: 43, from: '1', to: '3' }]);

    await office.done(coordinator, 'PUT', '/efforts', {
      efforts: [{ indicator: 43, effort: 10, highest: 2 }],
    });

    expect(await raises()).toMatchObject([{ indicator: 44, from: '1', to: '3' }]);
    const { efforts } = await office.done<{ efforts: readonly object[] }>(head, 'GET', '/efforts');
    expect(efforts).toHaveLength(47);
    expect(efforts.slice(41, 43)).toEqual([
      { indicator: 42, effort: 1, highest: 5 },
      { indicator: 43, effort: 10, highest: 2 },
    ]);
  });

  it.each([
    { effort: 0, highest: 5 },
    { effort: 11, highest: 5 },
    { effort: 1, highest: 6 },
    { effort: 1.5, highest: 5 },
  ])('are not taken beyond their bounds: %j', async (wrong) => {
    const { status } = await changingNothing(office, () =>
      office.ask(coordinator, 'PUT', '/efforts', { efforts: [{ indicator: 1, ...wrong }] }),
    );

    expect(status).toBe(400);
  });
});
