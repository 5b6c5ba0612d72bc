import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { packageRoot } from '../../../src/platform/package-root.js';
import { Office } from '../office.js';
import { during, smallCity } from '../small-city.js';
import { documentedIn } from './documented-answers.js';
import { groups } from './groups.js';

let office: Office;

beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
});

afterAll(() => office.close());

describe('every operation of the document', () => {
  it('is of one of the groups, whose spec meets all of its answers', () => {
    const tags = new Set(documentedIn(office.documented.document).map(({ tag }) => tag));

    expect(Object.values<readonly string[]>(groups).flat().sort()).toEqual([...tags].sort());
  });

  it('has its spec here, and there is no other', async () => {
    const files = await readdir(join(packageRoot, 'test', 'api', 'answers'));

    const specs = files.filter((file) => file.endsWith('.spec.ts')).sort();
    expect(specs).toEqual(
      [...Object.keys(groups), 'every-operation'].map((name) => `${name}.spec.ts`).sort(),
    );
  });
});
