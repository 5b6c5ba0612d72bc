import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

interface Media {
  readonly schema?: object;
}

interface Response_ {
  readonly content?: Readonly<Record<string, Media>>;
}

export interface Operation {
  readonly responses: Readonly<Record<string, Response_>>;
  readonly requestBody?: {
    readonly content: Readonly<
      Record<string, { readonly schema: object; readonly example: object }>
    >;
  };
}

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

export interface Met {
  readonly method: string;
  /** As it was asked for. */
  readonly path: string;
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
}

/** The document of a running server, which what it answers is held against. */
export class Documented {
  private readonly ajv = new Ajv2020({ strict: false, validateFormats: false });
  private readonly validators = new Map<string, ValidateFunction>();
  /** `get /api/v1/cycles/{cycle} 200`, of answers that were met. */
  readonly met = new Set<string>();

  constructor(readonly document: Document) {
    this.ajv.addSchema({ $id: 'siklus', components: document.components });
  }

  /** Of any schema in the document. @returns what is wrong, or nothing */
  problemsOf(name: string, schema: object, value: unknown): string {
    const known = this.validators.get(name) ?? this.compiled(schema);
    this.validators.set(name, known);
    return known(value) ? '' : this.ajv.errorsText(known.errors);
  }

  /** @throws Error when the document does not say that this route answers so */
  check({ method, path, status, type, text }: Met): void {
    const found = this.find(method, path);
    if (!found) return;
    const name = `${found.name} ${status}`;
    const said = found.operation.responses[status];
    if (!said) throw new Error(`${name} is not documented: ${text}`);
    const [documentedType] = Object.keys(said.content ?? {});
    this.met.add([name, status < 400 ? '' : codeIn(type, text)].join(' ').trim());
    if (documentedType === undefined && text !== '') throw new Error(`${name} says ${text}`);
    if (documentedType === undefined) return;
    if (!isOfType(documentedType, type)) throw new Error(`${name} is ${type}`);
    if (documentedType !== 'application/json') return;
    const schema = said.content?.[documentedType]?.schema ?? {};
    const problems = this.problemsOf(name, schema, JSON.parse(text));
    if (problems !== '') throw new Error(`${name}: ${problems} in ${text.slice(0, 2000)}`);
  }

  /** The most literal of the paths that it may be; null for what no path of the document is. */
  private find(method: string, path: string): { name: string; operation: Operation } | null {
    const [plain = ''] = path.split('?');
    const found = Object.entries(this.document.paths)
      .filter(([template]) => isLike(template, plain))
      .sort(([a], [b]) => a.split('{').length - b.split('{').length)
      .flatMap(([template, { [method.toLowerCase()]: operation }]) => {
        return operation ? [{ name: `${method.toLowerCase()} ${template}`, operation }] : [];
      });
    return found[0] ?? null;
  }

  private compiled(schema: object): ValidateFunction {
    return this.ajv.compile(absolute(schema) as object);
  }
}

function codeIn(type: string | null, text: string): string {
  if (!type?.includes('json')) return '';
  const { code } = (JSON.parse(text) ?? {}) as { readonly code?: string };
  return typeof code === 'string' ? code : '';
}

function isOfType(documented: string, type: string | null): boolean {
  return documented === '*/*' || type?.split(';')[0] === documented;
}

function isLike(template: string, path: string): boolean {
  return new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path);
}

/** References lead into the document, wherever the schema with them stands. */
function absolute(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"siklus#/components'));
}
