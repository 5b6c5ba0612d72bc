import { queries, segments } from './addresses.js';
import { fileNames } from './file-names.js';
import { files } from './files.js';
import { forms } from './forms.js';
import { headers } from './headers.js';
import { jsonBodies, jsonValues } from './json.js';
import { numbers } from './numbers.js';
import { percentEncoded } from './percent-encoded.js';
import { longTexts, texts } from './texts.js';

const written = [...texts, ...numbers];
const spelled = written.filter((text) => text.length < 4000).map(percentEncoded);

/** By the sort of place that they are sent to. A text may come everywhere; how it is written is another matter. */
export const inputs = {
  /** A part of the path, and what stands behind the question mark: as they go over the wire. */
  param: [...segments, ...spelled],
  value: spelled,
  query: queries,
  field: [...written, ...longTexts],
  json: [...jsonValues, ...[...written, ...longTexts].map((text) => JSON.stringify(text))],
  body: jsonBodies,
  form: forms.map((form) => JSON.stringify(form)),
  'file name': fileNames,
  file: files.map(({ name }) => name),
  header: headers.map((header) => JSON.stringify(header)),
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Sort = keyof typeof inputs;

/** Every one once, whatever it is sent as. */
export const distinct: readonly (readonly [kind: string, input: string])[] = Object.entries({
  text: [...texts, ...longTexts],
  number: numbers,
  segment: segments,
  query: queries,
  'JSON value': jsonValues,
  'JSON body': jsonBodies,
  form: inputs.form,
  'file name': fileNames,
  file: inputs.file,
  header: inputs.header,
}).flatMap(([kind, all]) => all.map((input) => [kind, input] as const));
