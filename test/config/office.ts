import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ConfigFolder } from '../../src/platform/config-folder.js';
import { InputError } from '../../src/platform/input-error.js';
import { packageRoot } from '../../src/platform/package-root.js';

export const shippedRoot = join(packageRoot, 'config');
export const shipped = new ConfigFolder(shippedRoot);

/** A config folder of its own: the shipped instruments and holidays, and these files. */
export function officeWith(files: Readonly<Record<string, string>>): ConfigFolder {
  const root = mkdtempSync(join(tmpdir(), 'siklus-config-'));
  for (const kind of ['instruments', 'holidays']) {
    cpSync(join(shippedRoot, kind), join(root, kind), { recursive: true });
  }
  for (const [name, text] of Object.entries(files)) {
    const file = join(root, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return new ConfigFolder(root);
}

/** A slip in a text that was right. */
export function slip(text: string, right: string, wrong: string): string {
  if (!text.includes(right)) throw new Error(`the text has no ${right}`);
  return text.replace(right, () => wrong);
}

/** The lines of the InputError, with file names as seen from the config folder. */
export function problemsOf(folder: ConfigFolder, load: () => unknown): string[] {
  try {
    load();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.message.replaceAll(`${folder.root}/`, '').split('\n');
  }
  return [];
}
