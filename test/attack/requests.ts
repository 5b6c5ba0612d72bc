import type { Attack } from './attacks.js';
import { files } from './inputs/files.js';
import { percentEncoded } from './inputs/percent-encoded.js';
import type { HostileForm } from './inputs/forms.js';
import type { Header } from './inputs/headers.js';
import type { Sent } from './wire.js';

interface Body {
  readonly type: string;
  readonly bytes: Buffer;
}

const encoded = 'application/x-www-form-urlencoded';
const boundary = 'batas0123456789';

/** As whoever comes would send it, but for the one thing. `headers` are what tells who that is. */
export async function requestOf(
  attack: Attack,
  ids: Readonly<Record<string, string>>,
  headers: readonly Header[],
): Promise<Sent> {
  const { target, sort, input } = attack;
  const body = await bodyOf(attack, ids);
  const sized: Header[] = body
    ? [
        ['content-type', body.type],
        ['content-length', String(body.bytes.length)],
      ]
    : [];
  const usual = [...headers, ...sized];
  return {
    method: target.method,
    target: pathOf(attack, ids) + queryOf(attack),
    headers: sort === 'header' ? withHeader(usual, JSON.parse(input) as Header) : usual,
    body: body?.bytes ?? Buffer.alloc(0),
  };
}

/** One of several that must not be there twice takes the place of ours; others stand beside it. */
function withHeader(usual: readonly Header[], hostile: Header): Header[] {
  return [...usual.filter(([name]) => name !== hostile[0]), hostile];
}

function pathOf({ target, sort, place, input }: Attack, ids: Readonly<Record<string, string>>) {
  const path = target.path.replace(/\{(.*)\}/, '$1');
  return path.replaceAll(/:(\w+)/g, (_, name: string) => {
    if (sort === 'param' && place === name) return input;
    return encodeURIComponent(known(target.params[name] ?? 'x', ids));
  });
}

function queryOf({ sort, place, input }: Attack): string {
  if (sort === 'value') return `?${place}=${input}`;
  return sort === 'query' ? `?${input}` : '';
}

/** Null for what has none. */
async function bodyOf(attack: Attack, ids: Readonly<Record<string, string>>): Promise<Body | null> {
  const { target, sort, place, input } = attack;
  if (target.shape === 'none') return null;
  if (sort === 'form') {
    const { type, body } = JSON.parse(input) as HostileForm;
    return { type, bytes: Buffer.from(body) };
  }
  if (target.shape === 'json') return { type: 'application/json', bytes: jsonOf(attack, ids) };
  const fields = Object.entries(target.fields).map(([name, value]): [string, string] => {
    if (sort === 'field' && name === place) return [name, input];
    return [known(name, ids), known(String(value), ids)];
  });
  if (target.shape === 'upload') return uploadOf(attack, fields);
  const pairs = fields.map((pair) => pair.map(percentEncoded).join('='));
  return { type: encoded, bytes: Buffer.from(pairs.join('&')) };
}

/** Written by hand: a value may be none that a program could write. */
function jsonOf({ target, sort, place, input }: Attack, ids: Readonly<Record<string, string>>) {
  if (sort === 'body') return Buffer.from(input);
  const members = Object.entries(target.fields).map(([name, value]) => {
    const written = sort === 'json' && name === place ? input : known(JSON.stringify(value), ids);
    return `${JSON.stringify(name)}:${written}`;
  });
  return Buffer.from(`{${members.join(',')}}`);
}

async function uploadOf(
  { sort, input, target }: Attack,
  fields: readonly (readonly [string, string])[],
): Promise<Body> {
  const hostile = files.find(({ name }) => sort === 'file' && name === input);
  const content = (await hostile?.content()) ?? Buffer.from('%PDF-1.7\n%%EOF\n');
  const isYaml = target.path.includes('/libur/');
  const name = sort === 'file name' ? input : nameOf(input, isYaml);
  const texts = fields.map(
    ([field, text]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${text}\r\n`,
  );
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  const bytes = Buffer.concat([
    ...[Buffer.from(texts.join('') + head), content, Buffer.from(`\r\n--${boundary}--\r\n`)],
  ]);
  return { type: `multipart/form-data; boundary=${boundary}`, bytes };
}

/** A name by which it is taken for what it wants to be. */
function nameOf(file: string, isYaml: boolean): string {
  if (isYaml) return 'libur.yaml';
  return /workbook|zip/.test(file) ? 'a.xlsx' : 'a.csv';
}

/** With the ids of what the scene has, where a value stands for one. */
export function known(text: string, ids: Readonly<Record<string, string>>): string {
  return text.replaceAll(
    /\b(FILE|LINK|MAIL|REQUEST|EVIDENCE|SECRET)\b/g,
    (name) => ids[name] ?? name,
  );
}
