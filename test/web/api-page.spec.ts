import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { groupTitles, summaries } from '../../src/web/api/api-words.js';
import { documentedIn, type Documented } from '../api/answers/documented-answers.js';
import { Office } from '../api/office.js';
import { dinkes, during, smallCity } from '../api/small-city.js';
import { Browser } from './browser.js';

let office: Office;
let operations: readonly Documented[];
let page: string;

beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  operations = documentedIn(office.documented.document);
  page = await office.site.page('/api');
});

afterAll(() => office.close());

/** Of each operation, what stands between its head and the next one's. */
function shown(): string[] {
  return page.split('<details').slice(1);
}

describe('the page of the API', () => {
  it('shows whoever comes each operation of the document, in its order', () => {
    const heads = shown().map((each) => /<code>(.*?)<\/code>\s*<\/summary>/.exec(each)?.[1]);

    expect(heads).toEqual(operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`));
  });

  it('names its scopes, and all codes that it may be refused with', () => {
    const codes = shown().map((each) =>
      [
        ...each
          .split('</summary>')
          .slice(1)
          .join()
          .matchAll(/<code>([\w-]+)<\/code>/g),
      ]
        .map(([, code]) => code)
        .sort(),
    );

    const expected = operations.map(({ scopes, answers }) => {
      const refusals = answers.flatMap((answer) => answer.split(' ')[3] ?? []);
      return [...scopes, ...refusals].sort();
    });
    expect(codes).toEqual(expected);
  });

  it('shows a body that would be taken, where one is', () => {
    expect(shown().map((each) => each.includes('<pre>'))).toEqual(
      operations.map(({ media }) => media !== null),
    );
  });

  it('has its words for all of them, and for no other', () => {
    const ids = Object.values(office.documented.document.paths)
      .flatMap((methods) => Object.values(methods))
      .map((operation) => (operation as object as { operationId: string }).operationId);
    const tags = new Set(operations.map(({ tag }) => tag));

    expect(Object.keys(summaries).sort()).toEqual(ids.sort());
    expect(Object.keys(groupTitles).sort()).toEqual([...tags].sort());
  });

  it('leads from its list of parts to each of them', () => {
    const targets = [...page.matchAll(/href="#(\w+)"/g)].map(([, id]) => id);

    expect(targets.filter((id) => !page.includes(`id="${id}"`))).toEqual([]);
    expect(targets).toHaveLength(Object.keys(groupTitles).length + 1);
  });

  it('is found from the page of tokens', async () => {
    const tokens = await (await Browser.of(office.site, dinkes)).page('/akun/token');

    expect(tokens).toContain('<a href="/api">');
  });
});
