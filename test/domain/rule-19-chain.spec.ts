import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { vouchedIn, type Anonymised } from '../../src/domain/anonymised.js';
import { canonicalJson } from '../../src/domain/canonical-json.js';
import {
  canonicalText,
  chained,
  hashOf,
  headAfter,
  unwritten,
} from '../../src/domain/journal-chain.js';
import { JournalCheck, type Flaw, type Recorded } from '../../src/domain/journal-check.js';
import { entry, type Entry } from '../../src/domain/journal.js';
import { sha256 } from '../../src/platform/sha256.js';

const lapsed = entry({
  due: Temporal.Instant.from('2025-09-12T17:00:00Z'),
  recorded: Temporal.Instant.from('2025-09-12T17:00:05.250Z'),
  who: 'siklus',
  what: 'task',
  phase: 'mandiri',
  unit: 'DINKES',
  task: 'mandiri/DINKES',
  from: 'todo',
  to: 'lapsed',
  facts: { b: [1, { d: 1, c: 'é ☕' }], a: null },
});

const place = { cycle: 'spbe-2025', number: 2, previous: 'ab'.repeat(32) };

describe('rule 19: the one text of a value', () => {
  it.each([
    { value: { b: 1, a: { d: [], c: {} } }, text: '{"a":{"c":{},"d":[]},"b":1}' },
    { value: { 10: 'ten', 9: 'nine', A: 0, a: 0 }, text: '{"10":"ten","9":"nine","A":0,"a":0}' },
    {
      value: { gone: undefined, stays: null, list: [undefined] },
      text: '{"list":[null],"stays":null}',
    },
    { value: [-0, 1e21, 1.5, 1e-7, Number.NaN], text: '[0,1e+21,1.5,1e-7,null]' },
    { value: 'a"\\\n\u0000é☕', text: '"a\\"\\\\\\n\\u0000é☕"' },
    { value: ['\ud800', '\ufffd'], text: '["\\ud800","\ufffd"]' },
    {
      value: JSON.parse('{"__proto__":{"b":1,"a":2}}') as unknown,
      text: '{"__proto__":{"a":2,"b":1}}',
    },
    { value: { at: Temporal.PlainDate.from('2025-09-12') }, text: '{"at":"2025-09-12"}' },
  ])('is $text', ({ value, text }) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('is read as the value itself', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.stringify(JSON.parse(canonicalJson(value)))).toHaveLength(
          JSON.stringify(value).length,
        );
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
      }),
    );
  });
});

describe('rule 19: the text of an entry', () => {
  it('is what auditors can write down by themselves', () => {
    const text = canonicalText(lapsed, place);

    expect(text).toBe(
      '{"assessor":null,"cycle":"spbe-2025","due":1757696400000,' +
        '"facts":{"a":null,"b":[1,{"c":"é ☕","d":1}]},"from":"todo","number":2,"phase":"mandiri",' +
        `"previous":"${'ab'.repeat(32)}","recorded":1757696405250,"task":"mandiri/DINKES","to":"lapsed",` +
        '"unit":"DINKES","what":"task","who":"siklus","why":null}',
    );
    // Journals that exist are held against it: it may never change.
    expect(sha256(text)).toBe('d7ffe732dac796c1b7cd54c3e30d07b2ccf06bc6b422e79aaf173255fba4ed83');
  });

  const changes: Partial<Recorded>[] = [
    { due: lapsed.due.add({ milliseconds: 1 }) },
    { recorded: lapsed.recorded.add({ milliseconds: 1 }) },
    { who: 'Siklus' },
    { what: 'phase' },
    { phase: null },
    { unit: '' },
    { assessor: 'A1' },
    { task: 'mandiri/DINKE' },
    { from: null },
    { to: 'todo' },
    { why: '' },
    { facts: { ...lapsed.facts, c: null } },
  ];

  it.each(changes)('says %j', (change) => {
    const text = canonicalText({ ...lapsed, ...change }, place);

    expect(text).not.toBe(canonicalText(lapsed, place));
  });

  it.each([{ cycle: 'spbe-2026' }, { number: 3 }, { previous: 'ba'.repeat(32) }])(
    'says %j',
    (change) => {
      const text = canonicalText(lapsed, { ...place, ...change });

      expect(text).not.toBe(canonicalText(lapsed, place));
    },
  );

  it('says nothing else of a row', () => {
    const row = { ...lapsed, id: '7', cycle: 'other', number: 9, hash: 'ff' };

    expect(canonicalText(row, place)).toBe(canonicalText(lapsed, place));
  });
});

function many(count: number): Entry[] {
  return Array.from({ length: count }, (_, index) => ({ ...lapsed, why: `ke-${index}` }));
}

/** As they stand in the table; other cycles have used every other id. */
function written(count: number): Recorded[] {
  const links = chained(many(count), 'spbe-2025', unwritten, sha256);
  return links.map((link, index) => ({ ...link, id: `${2 * index + 2}` }));
}

/** What is found in them, if they are what there is when the head is that of so many. */
function found(rows: readonly Recorded[], count: number): Flaw[] {
  const check = new JournalCheck('spbe-2025', headAfter(written(count), unwritten), sha256);
  const inOrder = [...rows].sort((a, b) => a.number - b.number || Number(a.id) - Number(b.id));
  return [...inOrder.flatMap((row) => check.read(row)), ...check.end()];
}

const lengths = fc.integer({ min: 2, max: 12 });
const picks = fc.nat();

describe('rule 19: a chain', () => {
  it('is the same however its entries were recorded together', () => {
    fc.assert(
      fc.property(lengths, picks, (count, pick) => {
        const cut = pick % (count + 1);
        const first = chained(many(count).slice(0, cut), 'c', unwritten, sha256);
        const rest = chained(many(count).slice(cut), 'c', headAfter(first, unwritten), sha256);

        expect([...first, ...rest]).toEqual(chained(many(count), 'c', unwritten, sha256));
      }),
    );
  });

  it('has no flaw when it was left alone', () => {
    expect(found(written(12), 12)).toEqual([]);
    expect(found([], 0)).toEqual([]);
  });

  it('of another cycle is not taken for its own', () => {
    const links = chained(many(1), 'spbe-2024', unwritten, sha256);
    const rows = links.map((link) => ({ ...link, id: '1' }));

    expect(found(rows, 1).map(({ is }) => is)).toEqual(['changed', 'other-head']);
  });

  it('names the entry that was removed', () => {
    fc.assert(
      fc.property(lengths, picks, (count, pick) => {
        const gone = (pick % count) + 1;
        const is = gone === count ? 'cut-off' : 'removed';

        const flaws = found(
          written(count).filter(({ number }) => number !== gone),
          count,
        );

        expect(flaws).toEqual([{ is, from: gone, to: gone }]);
      }),
    );
  });

  it('names the entry that was changed', () => {
    fc.assert(
      fc.property(lengths, picks, (count, pick) => {
        const rows = written(count);
        const index = pick % count;
        const changed = rows.map((row, at) => (at === index ? { ...row, who: 'penyusup' } : row));

        const flaws = found(changed, count);

        expect(flaws).toEqual([{ is: 'changed', entry: changed[index] }]);
      }),
    );
  });

  it('tells when two entries changed their places', () => {
    fc.assert(
      fc.property(lengths, picks, picks, fc.constantFrom('id', 'number'), (count, one, two, by) => {
        const rows = written(count);
        const [a, b] = [one % count, (one + 1 + (two % (count - 1))) % count];
        const swapped = rows.map((row, at) => {
          const source = at === a ? rows[b] : at === b ? rows[a] : row;
          return { ...row, [by]: source?.[by as 'id'] };
        });

        const flaws = found(swapped, count);

        expect(flaws.some(({ is }) => is === 'moved')).toBe(true);
      }),
    );
  });

  it('names the entry that was inserted where no other stands', () => {
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 100 }), (count, further) => {
        const rows = written(count);
        const forged = { ...lapsed, id: '999', number: count + further, hash: 'ff' };

        expect(found([...rows, forged], count)).toEqual([{ is: 'inserted', entry: forged }]);
      }),
    );
  });
});

describe('rule 19: an entry out of which somebody was taken', () => {
  const rows = written(4);
  const [first, second] = rows;
  const now = { ...second, who: 'anonim@anonim.invalid' } as Recorded;
  const place = { cycle: 'spbe-2025', number: 2, previous: first?.hash ?? '' };

  /** An entry that vouches for the second, at the chain's place of that number. */
  function found(number: number, hash: string): string[] {
    const facts: Anonymised = { as: now.who, entries: { 2: hash } };
    const vouched = vouchedIn([{ number, facts: { ...facts } }]);
    const head = headAfter(rows, unwritten);
    const check = new JournalCheck('spbe-2025', head, sha256, vouched);
    const all = rows.map((row) => (row.number === 2 ? now : row));
    return [...all.flatMap((row) => check.read(row)), ...check.end()].map(({ is }) => is);
  }

  it('has no flaw while a later entry vouches for what it says', () => {
    expect(found(4, hashOf(now, place, sha256))).toEqual([]);
  });

  it.each([
    { number: 4, hash: 'of something else', because: 'it says something else' },
    { number: 2, hash: hashOf(now, place, sha256), because: 'it cannot vouch for itself' },
    {
      number: 1,
      hash: hashOf(now, place, sha256),
      because: 'what came before knows nothing of it',
    },
  ])('was changed when entry $number vouches: $because', ({ number, hash }) => {
    expect(found(number, hash)).toEqual(['changed']);
  });
});
