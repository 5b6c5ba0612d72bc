import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localPath } from '../../src/platform/local-path.js';

describe('a path to go on to', () => {
  it.each([
    '/',
    '/kerja/spbe-2025/penilaian-mandiri/DINKES',
    '/kerja/a%20b?x=1&y=%2F%2Fjahat.test#bawah',
    '/%2F%2Fjahat.test',
    '/%5Cjahat.test',
    '/a//b',
    '/akun?next=https://jahat.test',
  ])('may be %s', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    'https://jahat.test/',
    '//jahat.test',
    '///jahat.test',
    '/\\jahat.test',
    '\\\\jahat.test',
    '\\/jahat.test',
    '/\t/jahat.test',
    '/\n/jahat.test',
    '\t//jahat.test',
    ' //jahat.test',
    '/.//jahat.test',
    '/..//jahat.test',
    '/%2e//jahat.test',
    '/a/..//jahat.test',
    '/a/%2e%2E//jahat.test',
    'javascript:alert(1)',
    'kerja',
    '@jahat.test',
    '',
    '/\u0000',
    `/${'x'.repeat(3000)}`,
    undefined,
    null,
    ['/a', '/b'],
    { toString: () => '/a' },
  ])('leads home instead of to %j', (path) => {
    expect(localPath(path)).toBe('/');
  });

  it('never leaves the site, as a browser reads it', () => {
    const part = fc.constantFrom('/', '\\', '.', '..', '%2e', '%2F', '\t', ':', '@', 'jahat.test');
    const base = 'https://siklus.test/masuk';

    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const path = localPath(parts.join(''));
        expect(new URL(path, base).origin).toBe('https://siklus.test');
        expect(localPath(path)).toBe(path);
      }),
      { numRuns: 2000 },
    );
  });
});
