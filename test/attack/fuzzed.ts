import fc, { type Arbitrary } from 'fast-check';
import type { Document } from '../api/documented.js';
import { spoiled, valueOf, type Schema } from './schema-values.js';

interface Written {
  readonly parameters: readonly {
    readonly name: string;
    readonly in: 'path' | 'query';
    readonly schema: Schema;
  }[];
  readonly requestBody?: {
    readonly content: Readonly<
      Record<string, { readonly schema: Schema; readonly example: object }>
    >;
  };
}

/** An operation of the document, and what it may be asked with. */
export interface Fuzzed {
  readonly name: string;
  readonly requests: Arbitrary<FuzzedRequest>;
}

export interface FuzzedRequest {
  readonly method: string;
  readonly path: string;
  readonly type: string | null;
  readonly body: unknown;
}

const noBody = { type: null, body: undefined };

/** Those that take something away come last: there is something for the others to meet. */
export function operationsIn(
  { paths }: Document,
  params: Readonly<Record<string, string>>,
): Fuzzed[] {
  const all = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => {
      const written = operation as object as Written;
      const requests = requestsOf(method.toUpperCase(), path, written, params);
      return { name: `${method.toUpperCase()} ${path}`, requests };
    }),
  );
  const isLast = ({ name }: Fuzzed): boolean => name.startsWith('DELETE');
  return [...all.filter((each) => !isLast(each)), ...all.filter(isLast)];
}

function requestsOf(
  method: string,
  path: string,
  { parameters, requestBody }: Written,
  known: Readonly<Record<string, string>>,
): Arbitrary<FuzzedRequest> {
  const named = (where: string) => parameters.filter((each) => each.in === where);
  const inPath = named('path').map(({ name, schema }) => {
    const right = fc.constant(known[name] ?? 'x');
    return fc.oneof({ weight: 8, arbitrary: right }, mostly(valueOf(schema)));
  });
  const inQuery = named('query').map(({ name, schema }) => {
    return fc.option(mostly(valueOf(schema)).map((value) => `${name}=${encoded(value)}`));
  });
  const [media] = Object.entries(requestBody?.content ?? {});
  const body = media ? bodyOf(...media) : fc.constant(noBody);
  return fc.tuple(fc.tuple(...inPath), fc.tuple(...inQuery), body).map(([values, pairs, sent]) => {
    const names = named('path').map(({ name }) => name);
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      return encoded(values[names.indexOf(name)]);
    });
    const query = pairs.filter((pair) => pair !== null).join('&');
    return { method, path: query === '' ? filled : `${filled}?${query}`, ...sent };
  });
}

function bodyOf(type: string, { schema, example }: { schema: Schema; example: object }) {
  const right = fc.oneof(valueOf(schema), fc.constant(example));
  return fc.oneof(right, right, spoiled(right)).map((body) => ({ type, body }));
}

function mostly(right: Arbitrary<unknown>): Arbitrary<unknown> {
  return fc.oneof({ weight: 3, arbitrary: right }, { weight: 1, arbitrary: spoiled(right) });
}

/** With some of them an address is still one that Node reads: it answers 431 before there is a route. */
const longestPart = 300;

/** As a part of an address; a client would work off a part of dots, and half a character has no bytes. */
function encoded(value: unknown): string {
  const whole = typeof value === 'string' ? value : JSON.stringify(value);
  const text = whole.slice(0, longestPart);
  return encodeURIComponent(/^\.{0,2}$/.test(text) ? 'x' : text.replaceAll(/\p{Cs}/gu, ''));
}
