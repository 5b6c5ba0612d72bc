import type { ErrorObject } from 'ajv';
import type { InputError } from './input-error.js';
import { nearest } from './nearest.js';
import type { Path, YamlPart } from './yaml-part.js';

/** What the schema found, in the words of whoever wrote the file. */
export function schemaProblems(part: YamlPart, errors: readonly ErrorObject[]): InputError[] {
  const problems = errors
    .filter(({ keyword }) => keyword !== 'if') // says only that its `then` was broken, which is here too
    .map((error) => {
      const path = pathOf(part.value, error.instancePath);
      const { inside, problem } = explain(error, part.textAt(path));
      return part.errorAt([...path, ...inside], problem);
    });
  return onePerField(problems);
}

/** A field that breaks its pattern and its length is still one thing to mend. */
function onePerField(problems: readonly InputError[]): InputError[] {
  const fields = problems.map(({ place }) => place.field);
  return problems.filter(({ place }, index) => fields.indexOf(place.field) === index);
}

interface Explanation {
  /** From the place of the error to the field that it is about. */
  readonly inside: Path;
  readonly problem: string;
}

function explain(error: ErrorObject, written: string | null): Explanation {
  const { keyword, params } = error;
  if (keyword === 'additionalProperties') {
    const key = String(params['additionalProperty']);
    return { inside: [key], problem: unknownKey(key, Object.keys(propertiesOf(error))) };
  }
  if (keyword === 'required') {
    const key = String(params['missingProperty']);
    return {
      inside: [key],
      problem: `missing; expected ${descriptionOf(propertiesOf(error)[key])}`,
    };
  }
  if (keyword === 'uniqueItems') {
    const later = Math.max(Number(params['i']), Number(params['j']));
    return { inside: [later], problem: 'stands twice in this list: remove one' };
  }
  return { inside: [], problem: wrongValue(error, written) };
}

function unknownKey(key: string, known: readonly string[]): string {
  const meant = nearest(key, known);
  const remedy = meant === null ? 'remove it' : `did you mean "${meant}"?`;
  return `unknown key ${JSON.stringify(key)}; ${remedy} (known here: ${known.join(', ')})`;
}

function wrongValue(
  { keyword, params, parentSchema, data }: ErrorObject,
  written: string | null,
): string {
  const found = `found ${shown(data, written)}`;
  if (keyword === 'enum') {
    const allowed = (params['allowedValues'] as unknown[]).map(String);
    const meant = nearest(String(data), allowed);
    const hint = meant === null ? '' : `; did you mean "${meant}"?`;
    return `expected one of ${allowed.join(', ')}; ${found}${hint}`;
  }
  const expected = `expected ${descriptionOf(parentSchema)}`;
  const wantsText = keyword === 'type' && params['type'] === 'string';
  if (wantsText && written !== null && data !== null) {
    return `${expected}; ${found}, which YAML reads as a ${typeof data}: put it in quotes`;
  }
  return `${expected}; ${found}`;
}

function shown(data: unknown, written: string | null): string {
  if (data === null) return 'nothing';
  if (Array.isArray(data)) return data.length === 0 ? 'an empty list' : 'a list';
  if (typeof data === 'object') return 'a block of keys';
  const text = typeof data === 'string' ? JSON.stringify(data) : (written ?? JSON.stringify(data));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function propertiesOf({ parentSchema }: ErrorObject): Record<string, unknown> {
  return (parentSchema?.['properties'] ?? {}) as Record<string, unknown>;
}

/** Every schema has a description that completes "expected …"; a test holds that. */
function descriptionOf(schema: unknown): string {
  return String((schema as { description?: string } | undefined)?.description);
}

/** A JSON pointer, with the positions in lists as numbers. */
function pathOf(document: unknown, pointer: string): Path {
  let value: unknown = document;
  return pointer
    .split('/')
    .slice(1)
    .map((escaped) => {
      const key = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = Array.isArray(value) ? Number(key) : key;
      value = (value as Record<string | number, unknown>)[step];
      return step;
    });
}
