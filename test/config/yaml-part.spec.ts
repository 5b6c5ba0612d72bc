import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../../src/platform/input-error.js';
import { readYamlFile } from '../../src/platform/yaml-file.js';
import { YamlPart } from '../../src/platform/yaml-part.js';

const parse = (text: string) => YamlPart.parse('a.yaml', text);

/** Nine lists of nine aliases each, of the list before: 9^9 numbers when unfolded. */
const bomb = Array.from({ length: 9 }, (_, n) => {
  const item = n === 0 ? '1' : `*a${n - 1}`;
  return `a${n}: &a${n} [${Array.from({ length: 9 }, () => item).join(', ')}]\n`;
}).join('');

describe('a YAML file', () => {
  it('keeps dates, times and figures as they were written', () => {
    const part = parse('opens: 2025-06-02\nsendAt: 08:00\ntarget: 4.00\nlevels: { 32: 4 }\n');

    expect(part.value).toEqual({
      opens: '2025-06-02',
      sendAt: '08:00',
      target: 4,
      levels: { '32': 4 },
    });
    expect(part.textAt(['target'])).toBe('4.00');
  });

  it.each([
    { text: 'a: 1\nb: 2\na: 3\n', line: 3, says: 'stands twice' },
    { text: 'levels: { 32: 4, "32": 3 }', line: 1, says: 'stands twice' },
    { text: 'a:\n\tb: 1\n', line: 2, says: 'tabs cannot indent' },
    { text: 'a: 1\nb: "x\n', line: 3, says: 'check indentation, colons and quotes' },
    {
      text: bomb,
      line: 1,
      says: 'aliases',
    },
    { text: 'a: 1\nb: !!binary aGk=\nc: !secret x\n', line: 3, says: 'tags' },
    { text: 'a: 1\n---\nb: 1\n', line: 2, says: 'second document' },
    { text: '['.repeat(20_000), line: 1, says: 'nested too deeply' },
    { text: '# nothing but a comment\n', line: 1, says: 'empty' },
  ])('is refused at line $line because: $says', ({ text, line, says }) => {
    expect(() => parse(text)).toThrow(InputError);
    expect(() => parse(text)).toThrow(`a.yaml:${line}: `);
    expect(() => parse(text)).toThrow(says);
  });

  it('unfolds a few aliases, and finds the lines behind them', () => {
    const part = parse('a: &x\n  b: 4.00\nc: *x\n');

    expect(part.value).toEqual({ a: { b: 4 }, c: { b: 4 } });
    expect(part.textAt(['c', 'b'])).toBe('4.00');
    expect(part.lineAt(['c', 'b'])).toBe(2);
  });

  it('is refused when it is not there, a folder, or no UTF-8', () => {
    const folder = mkdtempSync(join(tmpdir(), 'siklus-yaml-'));
    const latin = join(folder, 'latin.yaml');
    writeFileSync(latin, Buffer.from([0x61, 0x3a, 0x20, 0xe9]));

    expect(() => readYamlFile(join(folder, 'no.yaml'))).toThrow('no.yaml: there is no such file');
    expect(() => readYamlFile(folder)).toThrow('this is a folder');
    expect(() => readYamlFile(latin)).toThrow('save it as UTF-8');
  });
});

describe('an error at a field', () => {
  const text = 'phases:\n  - code: a\n    closes: 2025-01-01\n  - code: b\n    "odd key": 1\n';

  it('names the file, the line and the field', () => {
    const { message } = parse(text).errorAt(['phases', 0, 'closes'], 'wrong');

    expect(message).toBe('a.yaml:3: phases[0].closes: wrong');
  });

  it('names the whole path from within a part', () => {
    const { message } = parse(text).at(['phases', 1]).errorAt(['odd key'], 'wrong');

    expect(message).toBe('a.yaml:5: phases[1]["odd key"]: wrong');
  });

  it('has the line of what is nearest above a field that is missing', () => {
    const { message } = parse(text).errorAt(['phases', 1, 'closes'], 'missing');

    expect(message).toBe('a.yaml:4: phases[1].closes: missing');
  });
});

describe('several problems of one file', () => {
  it('are one error, a line each, in the order of the file', () => {
    const part = parse('a: 1\nb: 2\n');
    const problems = [part.errorAt(['b'], 'wrong'), part.errorAt(['a'], 'wrong too')];

    expect(() => InputError.throwAny(problems)).toThrow(
      new InputError({ file: 'a.yaml', line: 1, field: 'a' }, 'wrong too\na.yaml:2: b: wrong'),
    );
    expect(() => InputError.throwAny([])).not.toThrow();
  });
});
