import fc, { type Arbitrary } from 'fast-check';

/** As far as our document uses JSON Schema. */
export interface Schema {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** Texts that mean something to the city: guesses would seldom come beyond the first question. */
const familiar = [
  ...['kota-kecil', 'DINKES', 'DLH', 'DINSOS', 'A1', 'A2', 'mandiri', 'dokumen', 'revisi'],
  ...['1', '2', '5', 'klaim', 'terverifikasi', 'target', 'predikat', 'pdf', '2024', 'spbe-2020'],
  ...['https://a.test/x', 'http://127.0.0.1/', 'H-3', 'orang@kota.test', ''],
];

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...familiar) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 120 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 120 }) },
);

const whole = fc.oneof(
  fc.integer({ min: 0, max: 50 }),
  fc.integer({ min: -5, max: 5 }),
  fc.constantFrom(2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, 2 ** 53, 1e21),
);

const formats: Readonly<Record<string, Arbitrary<string>>> = {
  uuid: fc.uuid(),
  date: fc.stringMatching(/^20\d{2}-[01]\d-[0-3]\d$/),
};

const kinds: Readonly<Record<string, (schema: Schema) => Arbitrary<unknown>>> = {
  null: () => fc.constant(null),
  boolean: () => fc.boolean(),
  integer: () => whole,
  string: ({ format = '', pattern }) =>
    pattern ? fc.stringMatching(new RegExp(pattern)) : (formats[format] ?? text),
  array: ({ items = {} }) => fc.array(valueOf(items), { maxLength: 4 }),
  object: ({ properties = {}, required = [] }) =>
    fc.record(mapped(properties, valueOf), {
      requiredKeys: required.filter((name) => name in properties),
    }),
};

/** What a schema of a request allows. */
export function valueOf(schema: Schema): Arbitrary<unknown> {
  const some = schema.anyOf ?? schema.oneOf;
  if (some) return fc.oneof(...some.map(valueOf));
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const kind = kinds[schema.type ?? ''];
  if (!kind) throw new TypeError(`no values are known of ${JSON.stringify(schema)}`);
  return kind(schema);
}

const strange = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 0, 0.5, 1e21, 2 ** 53, '', ' ', [], {}, [[]], [null]),
  fc.constantFrom('a\u0000b', '\ud800', '\u202e', 'x'.repeat(101), 'x'.repeat(20_001), '\r\n'),
  fc.string({ unit: 'binary' }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** With one thing amiss, somewhere in it: missing, of another type, out of range, or not asked for. */
export function spoiled(valid: Arbitrary<unknown>): Arbitrary<unknown> {
  return fc
    .tuple(valid, fc.nat(), fc.constantFrom('without', 'changed', 'more'), strange)
    .map(([value, at, how, by]) => {
      const copy = [structuredClone(value)];
      const places = placesIn(copy);
      const [holder, key] = places[at % places.length] ?? [copy, 0];
      if (how === 'more') Object.assign(holder, { tambahan: by });
      else if (how === 'changed' || holder === copy) Object.assign(holder, { [key]: by });
      else Reflect.deleteProperty(holder, key);
      return copy[0];
    });
}

type Place = readonly [holder: object, key: string | number];

function placesIn(holder: object): Place[] {
  return Object.entries(holder).flatMap(([key, value]): Place[] => [
    [holder, key],
    ...(typeof value === 'object' && value !== null ? placesIn(value as object) : []),
  ]);
}

function mapped<From, To>(
  all: Readonly<Record<string, From>>,
  change: (each: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(all).map(([name, each]) => [name, change(each)]));
}
