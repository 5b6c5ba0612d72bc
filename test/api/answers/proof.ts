import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Office } from '../office.js';
import { documentedIn, type Documented } from './documented-answers.js';
import { everywhere } from './everywhere.js';
import { groups, type Group } from './groups.js';
import { answered, shortOf, type Chapter, type Scene } from './scene.js';

/**
 * That each answer which the document lists for these operations is met, and no other one: an answer without
 * a case fails, and so does a case that the document does not know.
 */
export function provesAnswersOf(
  group: Group,
  open: () => Promise<Office>,
  chapters: readonly Chapter[],
): void {
  let scene: Scene;
  let operations: readonly Documented[] = [];

  beforeAll(async () => {
    const office = await open();
    const tags: readonly string[] = groups[group];
    scene = { office, known: {} };
    operations = documentedIn(office.documented.document).filter(({ tag }) => tags.includes(tag));
  });

  afterAll(() => scene.office.close());

  describe.each(everywhere)('an operation, $what', ({ answer, of, asking }) => {
    it(`answers ${answer}`, async () => {
      const asked = operations.filter(of);
      const ask = await asking(scene.office);

      const met: string[] = [];
      for (const operation of asked) {
        met.push(`${operation.name} ${await shortOf(await ask(operation))}`);
      }

      expect(met).toEqual(asked.map(({ name }) => `${name} ${answer}`));
    });
  });

  describe.each(chapters)('$when', ({ before, rows }) => {
    beforeAll(async () => {
      await before?.(scene);
    });

    it.each(rows)('%s: %s is answered %s', async (...row) => {
      expect(await answered(scene, row)).toBe(row[2]);
    });
  });

  it('answers with all that is documented, and with nothing else', () => {
    const names = operations.map(({ name }) => name);
    const met = [...scene.office.documented.met].filter((each) => {
      const [method, path] = each.split(' ');
      return names.includes(`${method} ${path}`);
    });

    expect(met.sort()).toEqual(operations.flatMap(({ answers }) => answers).sort());
  });
}
