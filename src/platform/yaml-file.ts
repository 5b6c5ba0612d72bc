import { readFileSync } from 'node:fs';
import { InputError } from './input-error.js';
import { YamlPart } from './yaml-part.js';

const remedies: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file: check its name and folder',
  EISDIR: 'this is a folder: name a YAML file in it',
  EACCES: 'the file may not be read: check its permissions',
};

/** @throws InputError when it cannot be read, or is no YAML. */
export function readYamlFile(file: string): YamlPart {
  return YamlPart.parse(file, readText(file));
}

function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const problem = remedyFor(error);
    if (problem === undefined) throw error;
    throw new InputError({ file, line: null, field: null }, problem);
  }
}

function remedyFor(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  const code = String(error.code);
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'no UTF-8 text: save it as UTF-8';
  return remedies[code];
}
