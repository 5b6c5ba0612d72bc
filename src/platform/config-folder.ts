import { existsSync, readdirSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { InputError } from './input-error.js';
import { readYamlFile } from './yaml-file.js';
import type { YamlPart } from './yaml-part.js';

/** The sub-folders in which a code is a file's name without `.yaml`. */
export type ConfigKind = 'cycles' | 'instruments' | 'holidays' | 'people' | 'mappings';

const path = /[/\\]|\.ya?ml$/;

/** Cycles, instruments, holidays and people as an office keeps them. */
export class ConfigFolder {
  constructor(readonly root: string) {}

  codes(kind: ConfigKind): string[] {
    const folder = join(this.root, kind);
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => name.slice(0, -'.yaml'.length))
      .sort();
  }

  /** @param codeOrPath what holds a slash or ends in .yaml is a path. */
  fileOf(kind: ConfigKind, codeOrPath: string): string {
    return isPath(codeOrPath) ? codeOrPath : join(this.root, kind, `${codeOrPath}.yaml`);
  }

  /** What is wrong with the reference, and what can stand there instead; null when it leads to a file. */
  whyUnknown(kind: ConfigKind, codeOrPath: string): string | null {
    if (isPath(codeOrPath)) return existsSync(codeOrPath) ? null : `there is no file ${codeOrPath}`;
    const codes = this.codes(kind);
    if (codes.includes(codeOrPath)) return null;
    const known = codes.length === 0 ? 'there is none yet' : `known are ${codes.join(', ')}`;
    return `no ${JSON.stringify(codeOrPath)} in ${join(this.root, kind)}: ${known}`;
  }

  /** @throws InputError when there is no such file, or it is no YAML. */
  read(kind: ConfigKind, codeOrPath: string): YamlPart {
    const file = this.fileOf(kind, codeOrPath);
    const problem = this.whyUnknown(kind, codeOrPath);
    if (problem !== null) throw new InputError({ file, line: null, field: null }, problem);
    return readYamlFile(file);
  }

  /** A file that is found by its name and also says its own code must not contradict itself. */
  *codeProblems(kind: ConfigKind, code: string, document: YamlPart): Generator<InputError> {
    if (isPath(code) || document.at(['code']).value === code) return;
    yield document.errorAt(
      ['code'],
      `expected ${code}, as the file in ${kind} is named; rename one`,
    );
  }
}

/** A path in a file is meant from that file's folder; a code is the same everywhere. */
export function seenFrom(folder: string, codeOrPath: string): string {
  if (!isPath(codeOrPath) || isAbsolute(codeOrPath)) return codeOrPath;
  return join(folder, codeOrPath);
}

/** What stands for a file itself, and not for one that the office keeps. */
export function isPath(codeOrPath: string): boolean {
  return path.test(codeOrPath);
}
