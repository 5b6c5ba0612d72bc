import { groupBy } from '../../domain/group-by.js';
import { nearest } from '../../platform/nearest.js';
import { shortened, textProblem } from './cell-text.js';

interface Named {
  readonly code: string;
  readonly name: string;
  readonly email?: string;
}

export type Found<T> = { readonly found: T } | { readonly problem: string };

/** Finds units or assessors by what people call them: the code, the exact name, the address. */
export class Register<T extends Named> {
  private readonly byWord: ReadonlyMap<string, readonly T[]>;

  constructor(
    private readonly what: string,
    private readonly all: readonly T[],
  ) {
    const words = all.flatMap((each) =>
      // A name that is a code too is one word.
      [...new Set(wordsOf(each).map(key))].map((word) => ({ word, each })),
    );
    this.byWord = new Map(
      [...groupBy(words, ({ word }) => word)].map(([word, group]) => [
        word,
        group.map(({ each }) => each),
      ]),
    );
  }

  find(text: string): Found<T> {
    const matches = this.byWord.get(key(text)) ?? [];
    // Codes are told apart by capitals, and win over names.
    const exact = matches.find(({ code }) => code === text);
    const [only, ...others] = exact ? [exact] : matches;
    if (only && others.length === 0) return { found: only };
    return { problem: only ? several(text, matches) : this.unknown(text) };
  }

  /** What a reader understands and `find` finds again: the name, or the code where the name will not do. */
  label(each: T): string {
    const { code, name } = each;
    const isOneWord = key(name) !== '' && !/[;\r\n]/.test(name) && textProblem(name) === null;
    const again = isOneWord ? this.find(name) : null;
    return again && 'found' in again && again.found === each ? name : code;
  }

  private unknown(text: string): string {
    const meant = nearest(text, this.all.flatMap(wordsOf));
    const remedy = meant === null ? 'write the code or the exact name' : `did you mean ${meant}?`;
    return `no ${this.what} "${shortened(text)}" in this cycle: ${remedy}`;
  }
}

export function noLonger(unit: string): string {
  return `${unit} takes part in this cycle no more: name another unit`;
}

function several(text: string, matches: readonly Named[]): string {
  const codes = matches.map(({ code }) => code).join(' or ');
  return `"${shortened(text)}" can be several: write the code, ${codes}`;
}

function wordsOf({ code, name, email }: Named): string[] {
  return email === undefined ? [code, name] : [code, name, email];
}

function key(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
