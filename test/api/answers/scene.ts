import type { Office } from '../office.js';

/** What a spec looks at, and the ids that came up on the way: a request names them as `{proof}`. */
export interface Scene {
  readonly office: Office;
  readonly known: Record<string, string>;
}

/** Given at once, or made from what is known by then; a form is sent as such, anything else as JSON. */
export type Body = object | ((scene: Scene) => object | Promise<object>);

/**
 * Who asks, what for, and what is answered: `put /indicators/1/answer`, `409 not_open`. Another cycle stands
 * before the path: `put @pemdi/indicators/5`.
 */
export type Row = readonly [by: string, request: string, answer: string, body?: Body];

/** Some requests at one point of a cycle, in their order. */
export interface Chapter {
  readonly when: string;
  readonly before?: (scene: Scene) => unknown;
  readonly rows: readonly Row[];
}

/** @returns what was answered, as a row says it */
export async function answered(scene: Scene, [by, request, , body]: Row): Promise<string> {
  const [, method = '', cycle, path = ''] = /^(\w+) (?:@([\w-]+))?(\S+)$/.exec(request) ?? [];
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => known(scene, name));
  const office = cycle === undefined ? scene.office : scene.office.about(cycle);
  const response = await office.send(
    by,
    method.toUpperCase(),
    filled === '/' ? '' : filled,
    initOf(
      typeof body === 'function'
        ? await (body as (of: Scene) => object | Promise<object>)(scene)
        : body,
    ),
  );
  return shortOf(response);
}

/** `404 not_found`; `401` where no code is given. */
export async function shortOf(response: Response): Promise<string> {
  const text = await response.text();
  const isRefusal = response.headers.get('content-type')?.includes('json') && !response.ok;
  const { code = '' } = isRefusal ? (JSON.parse(text) as { code?: string }) : {};
  return `${response.status} ${code}`.trim();
}

export function initOf(body: object | undefined): RequestInit {
  if (body === undefined) return {};
  if (body instanceof FormData || body instanceof Blob) return { body };
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

/** A form with one file and some texts. */
export function form(
  content: Buffer | string,
  fields: Readonly<Record<string, string>> = {},
  name = 'bukti.pdf',
): FormData {
  const data = new FormData();
  for (const [field, text] of Object.entries(fields)) data.set(field, text);
  data.set('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
  return data;
}

function known({ known: all }: Scene, name: string): string {
  const value = all[name];
  if (value === undefined) throw new Error(`nothing is known as ${name}`);
  return value;
}
