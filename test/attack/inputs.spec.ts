import { describe, expect, it } from '@jest/globals';
import { distinct } from './inputs/all.js';

describe('the hostile inputs', () => {
  it('are at least 300, all distinct, whatever they are sent as', () => {
    expect(new Set(distinct.map(([, input]) => input)).size).toBeGreaterThanOrEqual(300);
  });

  it('are none of them there twice among their kind', () => {
    const names = distinct.map((each) => JSON.stringify(each));

    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
