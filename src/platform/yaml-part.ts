import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type YAMLError,
} from 'yaml';
import { InputError } from './input-error.js';

/** Keys and positions that lead to a field: `['phases', 2, 'closes']`. */
export type Path = readonly (string | number)[];

interface Source {
  readonly file: string;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

/**
 * A YAML document, or a part of one: what it says, and where it says it. An inline cycle in a scenario is
 * a part: its errors name the scenario's file, line and whole path.
 */
export class YamlPart {
  private constructor(
    private readonly source: Source,
    private readonly path: Path,
    readonly value: unknown,
  ) {}

  /** @throws InputError with the first place at which the text is no YAML. */
  static parse(file: string, text: string): YamlPart {
    const lines = new LineCounter();
    // The core schema has no dates: `2025-06-02` stays text. With string keys, `32` and `"32"` are one key.
    const document = parseDocument(text, {
      schema: 'core',
      stringKeys: true,
      prettyErrors: false,
      lineCounter: lines,
    });
    const fault = document.errors[0] ?? document.warnings[0];
    if (fault) throw errorAtOffset(file, lines, fault.pos[0], remedyFor(fault));
    const whole = new YamlPart({ file, document, lines }, [], unfolded(file, document, lines));
    if (whole.value === null) throw whole.errorAt([], 'the file is empty');
    return whole;
  }

  get file(): string {
    return this.source.file;
  }

  /** A part of this part. */
  at(path: Path): YamlPart {
    const value = path.reduce<unknown>(valueIn, this.value);
    return new YamlPart(this.source, [...this.path, ...path], value);
  }

  /** The scalar as it was written, so that 4.00 stays "4.00"; null where no scalar stands. */
  textAt(path: Path): string | null {
    const { node } = this.find(path);
    return isScalar(node) ? (node.source ?? String(node.value)) : null;
  }

  /** Of the field, or of what is nearest above it when it is missing. */
  lineAt(path: Path): number {
    return this.source.lines.linePos(this.find(path).offset).line;
  }

  errorAt(path: Path, problem: string): InputError {
    const field = fieldName([...this.path, ...path]);
    return new InputError({ file: this.file, line: this.lineAt(path), field }, problem);
  }

  private find(path: Path): Found {
    const { contents } = this.source.document;
    let found: Found = { node: contents, offset: contents?.range[0] ?? 0 };
    for (const step of [...this.path, ...path]) {
      const next = child(this.source.document, found.node, step);
      if (!next) return { ...found, node: null };
      found = next;
    }
    const { node, offset } = found;
    return { node: isAlias(node) ? (node.resolve(this.source.document) ?? null) : node, offset };
  }
}

interface Found {
  readonly node: Node | null;
  readonly offset: number;
}

/** A field stands where its key does, an entry of a list where it begins. */
function child(document: Document, given: Node | null, step: string | number): Found | null {
  const node = isAlias(given) ? given.resolve(document) : given;
  if (isSeq<Node>(node)) {
    const item = node.items[Number(step)];
    return item ? { node: item, offset: item.range?.[0] ?? 0 } : null;
  }
  if (!isMap<Node, Node>(node)) return null;
  const pair = node.items.find(({ key }) => isScalar(key) && key.value === String(step));
  return pair ? { node: pair.value, offset: pair.key.range?.[0] ?? 0 } : null;
}

function valueIn(value: unknown, step: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string | number, unknown>>)[step];
}

/** `phases[2].closes`, `levels["32"]`; null for the document itself. */
function fieldName(path: Path): string | null {
  const name = path
    .map((step) => {
      if (typeof step === 'number') return `[${step}]`;
      return /^[A-Za-z_][\w-]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
    })
    .join('');
  return name.replace(/^\./, '') || null;
}

function errorAtOffset(
  file: string,
  lines: LineCounter,
  offset: number,
  problem: string,
): InputError {
  return new InputError({ file, line: lines.linePos(offset).line, field: null }, problem);
}

const remedies: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: 'this key stands twice in one block: remove one of the two',
  TAB_AS_INDENT: 'tabs cannot indent YAML: use spaces',
  MULTIPLE_DOCS: 'a second document begins here: put it in a file of its own',
  RESOURCE_EXHAUSTION: 'nested too deeply',
  TAG_RESOLVE_FAILED:
    'YAML tags (`!…`) have no meaning here: remove the tag, or put the text in quotes',
};

function remedyFor({
  code,
  message,
}: YAMLError | { code: YAMLError['code']; message: string }): string {
  return remedies[code] ?? `no valid YAML (${message}): check indentation, colons and quotes here`;
}

/** A few aliases of aliases unfold to gigabytes; the library counts them and stops. */
function unfolded(file: string, document: Document.Parsed, lines: LineCounter): unknown {
  try {
    return document.toJS({ maxAliasCount: 1000 });
  } catch (error) {
    const problem = `the aliases in this file cannot be unfolded (${(error as Error).message})`;
    throw errorAtOffset(file, lines, 0, problem);
  }
}
