import { randomBytes } from 'node:crypto';

/** What stands for somebody who was taken out: nobody can tell from it who they were. */
export interface Pseudonym {
  readonly name: string;
  readonly email: string;
}

export function newPseudonym(): Pseudonym {
  const mark = randomBytes(4).toString('hex');
  return { name: `Anonim ${mark}`, email: `anonim-${mark}@anonim.invalid` };
}

/** What is looked for in columns of a kind, as PostgreSQL's regular expressions, and what it becomes. */
export interface Rewriting {
  readonly pattern: string;
  readonly by: string;
  /** Addresses are one whatever letters they are written in, names are not. */
  readonly flags: 'g' | 'gi';
}

export type Kind = 'text' | 'jsonb';

interface Sought {
  readonly email: string;
  /** Every spelling of the name. */
  readonly names: readonly string[];
  /** Those that somebody else bears too: they are replaced only beside the address. */
  readonly shared: readonly string[];
}

/** In the text of a jsonb. */
const anyText = '"(?:[^"\\\\]|\\\\.)*"';

/** In the order in which they are done: beside its address a name is its bearer's whoever else bears it. */
export function rewritings(sought: Sought, as: Pseudonym, kind: Kind): Rewriting[] {
  const own = sought.names.filter((name) => !sought.shared.includes(name));
  const address = { pattern: addressPattern(sought.email), by: as.email, flags: 'gi' } as const;
  const named = own.map((name): Rewriting => {
    return { pattern: namePattern(name, kind), by: bare(as.name, name, kind), flags: 'g' };
  });
  if (kind === 'text') return [address, ...named];
  const person = {
    // As jsonb writes a person: what stands between the two, such as a role, is of the same one.
    pattern: `"name": ${anyText}((?:, "\\w+": (?:${anyText}|null))*), "email": "${escaped(sought.email)}"`,
    by: `"name": "${as.name}"\\1, "email": "${as.email}"`,
    flags: 'gi',
  } as const;
  return [person, address, ...named];
}

/** Not as a part of another address, such as that of `ani@kota.go.id` in `rani@kota.go.id`. */
function addressPattern(email: string): string {
  return `(?<![\\w.%+-])${escaped(email)}(?![\\w-]|\\.[\\w-])`;
}

/** One word is a name only where nothing else stands: in a sentence it may mean anything. */
function namePattern(name: string, kind: Kind): string {
  const text = kind === 'text' ? escaped(name) : jsonText(name);
  if (!/\s/.test(name)) return kind === 'text' ? `^${text}$` : `"${text}"`;
  // A title ends with a full stop, and whatever follows is no part of it: `S.Kom.pdf` of a file.
  const before = /^\w/.test(name) ? '(?<!\\w)' : '';
  const after = /\w$/.test(name) ? '(?!\\w)' : '';
  return `${before}${text}${after}`;
}

/** With the quotation marks that the pattern of one word in a jsonb takes with it. */
function bare(by: string, name: string, kind: Kind): string {
  return kind === 'jsonb' && !/\s/.test(name) ? `"${by}"` : by;
}

/** As it stands in the text of a jsonb. */
function jsonText(text: string): string {
  return escaped(JSON.stringify(text).slice(1, -1));
}

function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{N}\s]/gu, '\\$&');
}
