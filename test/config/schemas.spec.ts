import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guards, phaseKinds } from '../../src/domain/cycle.js';
import { parseOffset } from '../../src/domain/offset.js';
import { nearest } from '../../src/platform/nearest.js';
import { schemaFolder, schemaNames } from '../../src/platform/schemas.js';

interface Schema {
  readonly $id: string;
  readonly definitions: Readonly<
    Record<string, { pattern: string; properties: Readonly<Record<string, Schema & Listed>> }>
  >;
}

interface Listed {
  readonly enum: readonly string[];
  readonly items: { readonly enum: readonly string[] };
}

function schema(name: string): Schema {
  return JSON.parse(readFileSync(join(schemaFolder, `${name}.schema.json`), 'utf8')) as Schema;
}

function patternOf(file: string, definition: string): RegExp {
  return new RegExp(schema(file).definitions[definition]?.pattern ?? 'none', 'u');
}

describe('the schemas that ship with the project', () => {
  it.each(schemaNames)('%s is a valid schema', (name) => {
    expect(new Ajv().validateSchema(schema(name))).toBe(true);
    expect(schema(name).$id).toBe(`${name}.schema.json`);
  });

  it.each(schemaNames)('%s says of every field what is expected', (name) => {
    expect(undescribed(schema(name), name)).toEqual([]);
  });

  it('know the kinds and guards of the domain', () => {
    const { kind, requires } = schema('cycle').definitions['phase']?.properties ?? {};

    expect(kind?.enum).toEqual([...phaseKinds]);
    expect(requires?.items.enum).toEqual([...guards]);
  });

  it('allow the offsets of rule 3 and no others', () => {
    const pattern = patternOf('cycle', 'offset');
    const anything = fc.oneof(fc.string(), fc.stringMatching(/^HK?[+-]?\d{0,4}$/));

    fc.assert(
      fc.property(anything, (text) => pattern.test(text) === (parseOffset(text) !== null)),
      { numRuns: 2000 },
    );
  });

  it.each([
    { email: 'admin@dinkes.example.test', right: true },
    { email: 'nama.belakang+spbe@sub.example.test', right: true },
    { email: 'admin', right: false },
    { email: 'admin@dinkes', right: false },
    { email: 'a b@example.test', right: false },
    { email: 'a,b@example.test', right: false },
    { email: 'Admin <a@example.test>', right: false },
    { email: 'a@example.test\nBcc: b@example.test', right: false },
    { email: 'a@example.test\n', right: false },
    { email: '.a@example.test', right: false },
    { email: 'a@-example.test', right: false },
    { email: `${'a'.repeat(65)}@example.test`, right: false },
  ])('an address $email: $right', ({ email, right }) => {
    expect(patternOf('people', 'email').test(email)).toBe(right);
  });

  it.each(['DINDAGKOP-UKM', 'spbe-2025', 'A1', '1.a_b'])('%s is a code', (code) => {
    expect(patternOf('people', 'code').test(code)).toBe(true);
  });

  it.each(['', '-a', '.', '..', 'a b', 'a/b', 'a\n', 'é'])('%j is no code', (code) => {
    expect(patternOf('people', 'code').test(code)).toBe(false);
  });

  it.each(['a\nb', 'a\u0000', ' a', 'a ', '\u202eabc', 'a\u2028b'])('%j is no name', (name) => {
    expect(patternOf('people', 'text').test(name)).toBe(false);
  });
});

describe('the word that was probably meant', () => {
  it.each([
    { word: 'close', meant: 'closes' },
    { word: 'Opens', meant: 'opens' },
    { word: 'oepns', meant: 'opens' },
    { word: 'tittel', meant: 'title' },
    { word: 'deadline', meant: null },
    { word: 'x', meant: null },
  ])('$word: $meant', ({ word, meant }) => {
    expect(nearest(word, ['code', 'title', 'opens', 'closes'])).toBe(meant);
  });
});

/** The paths of whatever a value can break without a description to tell what was expected. */
function undescribed(node: unknown, path: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const breakable = 'type' in node || 'enum' in node || 'pattern' in node;
  const inCondition = /\/(if|then|else)$/.test(path);
  const own = breakable && !inCondition && !('description' in node) ? [path] : [];
  return [
    ...own,
    ...Object.entries(node).flatMap(([key, value]) =>
      key === 'properties' && path.endsWith('/if') ? [] : undescribed(value, `${path}/${key}`),
    ),
  ];
}
