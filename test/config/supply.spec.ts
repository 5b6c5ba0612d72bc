import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { packageRoot } from '../../src/platform/package-root.js';

interface Locked {
  readonly dev?: boolean;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly resolved?: string;
}

function json(file: string): unknown {
  return JSON.parse(readFileSync(join(packageRoot, file), 'utf8'));
}

const { packages } = json('package-lock.json') as { packages: Record<string, Locked> };
const { allowScripts } = json('package.json') as { allowScripts: Record<string, boolean> };
const installed = Object.entries(packages).filter(([path]) => path !== '');

/** They ask for no more than to be named, or for nothing. */
const permissive = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MIT/X11',
  'Python-2.0',
  'Unlicense',
  'Zlib',
];

/** Packages whose lock says nothing, and what they say themselves. */
const saidElsewhere: Readonly<Record<string, string>> = {
  // A field of an older form in their package.json.
  'node_modules/busboy': 'MIT',
  'node_modules/streamsearch': 'MIT',
  // In a file of its own.
  'node_modules/png-js': 'MIT',
};

/** It says nothing at all, and comes with the reading of workbooks (exceljs); see docs/decisions.md. */
const silent = ['node_modules/buffers'];

/** Of an SPDX expression: `MIT`, `(MIT OR GPL-3.0-or-later)`, `Apache-2.0 AND MIT`. */
function isPermissive(expression: string): boolean {
  const plain = expression.replace(/[()]/g, '');
  const either = plain.split(' OR ');
  return either.some((all) => all.split(' AND ').every((each) => permissive.includes(each)));
}

describe('what the product is built from', () => {
  it('has licences that let a city run and change it', () => {
    const others = installed
      .filter(([, { dev }]) => !dev)
      .map(([path, { license }]) => [path, license ?? saidElsewhere[path] ?? 'none'] as const)
      .filter(([, license]) => !isPermissive(license));

    expect(others.map(([path]) => path)).toEqual(silent);
  });

  it('runs no script when it is installed but those that were looked at', () => {
    const scripts = installed
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.slice('node_modules/'.length))
      // Other systems than those that the embedded database is offered for.
      .filter((name) => !/linux-(arm|ia32|ppc64)$|windows/.test(name));

    expect(scripts.filter((name) => allowScripts[name] === undefined)).toEqual([]);
  });

  it('names no place from which a package would have to come', () => {
    expect(installed.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });
});
