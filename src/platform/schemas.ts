import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { packageRoot } from './package-root.js';
import { schemaProblems } from './schema-problems.js';
import { InputError } from './input-error.js';
import type { YamlPart } from './yaml-part.js';

export const schemaNames = [
  'people',
  'holidays',
  'cycle',
  'instrument',
  'mapping',
  'act',
  'scenario',
] as const;
export type SchemaName = (typeof schemaNames)[number];

/** They go with the code, not with the configuration: an office's own config folder has none. */
export const schemaFolder = join(packageRoot, 'config', 'schemas');

let compiled: Ajv | null = null;

/** What the part says, once it has the schema's shape. @throws InputError with everything that is wrong. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the schema is what makes it a T
export function checked<T>(part: YamlPart, name: SchemaName): T {
  const validate = validatorOf<T>(name);
  if (validate(part.value)) return part.value;
  InputError.throwAny(schemaProblems(part, validate.errors ?? []));
  throw new Error(`schema ${name} refuses ${part.file} and does not say why`);
}

/** What people are written down with. */
export type TextKind = 'code' | 'text' | 'email';

/** Whether a file of people could hold it: whatever comes in another way has to be as good. */
export function isAllowed(kind: TextKind, text: string): boolean {
  return validatorOf('people', `#/definitions/${kind}`)(text);
}

function validatorOf<T>(name: SchemaName, part = ''): ValidateFunction<T> {
  compiled ??= withAllSchemas();
  const validate = compiled.getSchema<T>(`${name}.schema.json${part}`);
  if (!validate) throw new Error(`no schema ${name}`);
  return validate as ValidateFunction<T>;
}

/** All of them, for they refer to each other. */
function withAllSchemas(): Ajv {
  // Verbose: errors carry the schema that was broken, whose description says what was expected.
  const ajv = new Ajv({ allErrors: true, verbose: true, strictTypes: false });
  for (const name of schemaNames) {
    const text = readFileSync(join(schemaFolder, `${name}.schema.json`), 'utf8');
    ajv.addSchema(JSON.parse(text) as object);
  }
  return ajv;
}
