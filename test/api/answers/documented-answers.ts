import type { Document } from '../documented.js';

export interface Documented {
  /** `put /api/v1/cycles/{cycle}/lokus` */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly tag: string;
  readonly scopes: readonly string[];
  readonly parameters: readonly { readonly name: string; readonly example: unknown }[];
  /** Of its body; null when it takes none. */
  readonly media: { readonly type: string; readonly example: object } | null;
  /** `put /api/v1/cycles/{cycle}/lokus 404 unknown_unit`, for everything that it may be answered with. */
  readonly answers: readonly string[];
}

interface Written {
  readonly tags: readonly [string];
  readonly 'x-scopes': readonly string[];
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly example: unknown;
  }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly example: object }>>;
  };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >;
}

interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: { readonly code?: { readonly enum?: readonly string[] } };
}

/** The operations of a document, each with all of its answers. */
export function documentedIn({ paths }: Document): Documented[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => {
      return documented(method, path, operation as object as Written);
    }),
  );
}

function documented(method: string, path: string, written: Written): Documented {
  const name = `${method} ${path}`;
  const [media] = Object.entries(written.requestBody?.content ?? {});
  return {
    ...{ name, method, path, tag: written.tags[0], scopes: written['x-scopes'] },
    parameters: written.parameters.filter((each) => each.in === 'path'),
    media: media ? { type: media[0], example: media[1].example } : null,
    answers: Object.entries(written.responses).flatMap(([status, { content = {} }]) =>
      codesIn(Object.values(content)[0]?.schema ?? {}).map((code) =>
        `${name} ${status} ${code}`.trim(),
      ),
    ),
  };
}

/** The codes that an answer of this shape may have; an empty one when it has none. */
function codesIn({ anyOf, allOf }: Schema): readonly string[] {
  if (anyOf) return [...new Set(anyOf.flatMap(codesIn))];
  return allOf?.flatMap(({ properties }) => properties?.code?.enum ?? []) ?? [''];
}
