import type { Type } from '@nestjs/common';
import { statusOf } from '../errors.filter.js';
import { answers } from './answers.js';
import { changeAnswers } from './change-answers.js';
import { earlierAnswers } from './earlier-answers.js';
import { errors } from './errors.js';
import { figureAnswers } from './figure-answers.js';
import { operations, type Operation } from './operations.js';
import { portalAnswers } from './portal-answers.js';
import { reportAnswers } from './report-answers.js';
import { queries } from './queries.js';
import { requests, uploads, type Request } from './requests.js';
import { routesOf, type Declared } from './routes.js';
import { oneOf, ref, text, uuid, whole, type Schema } from './schema.js';
import { targetAnswers } from './target-answers.js';
import { trendAnswers } from './trend-answers.js';
import { progressAnswers } from './progress-answers.js';
import { webhookAnswers } from './webhook-answers.js';

const info = {
  title: 'Siklus',
  version: '1',
  description:
    'What the pages of Siklus can do, for programs. A token says in whose name, and for what: its scopes stand with each operation, and any of them is enough. Whoever may not even read a thing is told 404.',
};

const parameterSchemas: Readonly<Record<string, Schema>> = {
  indicator: whole,
  evidence: uuid,
  request: uuid,
  report: uuid,
  webhook: uuid,
  delivery: uuid,
  variant: uuid,
};
const examples: Readonly<Record<string, unknown>> = {
  cycle: 'spbe-2025',
  indicator: 1,
  evidence: '3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77',
  request: '3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77',
  report: '3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77',
  webhook: '3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77',
  delivery: '3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77',
  variant: '3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77',
  unit: 'DINKES',
  phase: 'penilaian-mandiri',
  assessor: 'A1',
  to: 'A2',
};

type Content = Readonly<Record<string, { readonly schema?: Schema; readonly example?: object }>>;

export interface ApiResponse {
  readonly description: string;
  readonly content?: Content;
}

export interface ApiOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly [string];
  readonly 'x-scopes': readonly string[];
  readonly parameters: readonly object[];
  readonly requestBody?: {
    readonly required: true;
    readonly content: Readonly<Record<string, Request>>;
  };
  /** By status. */
  readonly responses: Readonly<Record<string, ApiResponse>>;
}

export interface ApiDocument {
  /** By path and method. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
}

/** The document of these controllers, from what they declare and the table of operations. */
export function openApiOf(controllers: readonly Type[]): ApiDocument & object {
  const paths: Record<string, Record<string, ApiOperation>> = {};
  for (const route of controllers.flatMap(routesOf)) {
    const operation = operations[route.id];
    if (operation) (paths[route.path] ??= {})[route.method] = described(route, operation);
  }
  const document = {
    openapi: '3.1.0',
    info,
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths,
    components: {
      schemas: {
        ...answers,
        ...figureAnswers,
        ...targetAnswers,
        ...progressAnswers,
        ...changeAnswers,
        ...trendAnswers,
        ...earlierAnswers,
        ...webhookAnswers,
        ...portalAnswers,
        ...reportAnswers,
        ...errors,
      },
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  };
  return document;
}

function described(route: Declared, operation: Operation): ApiOperation {
  const { id, path, scopes } = route;
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: parameterSchemas[name] ?? text,
    example: examples[name],
  }));
  const query = queries[id] ?? [];
  const body = bodyOf(route, operation);
  return {
    operationId: id.replace('Controller.', '-'),
    summary: operation.summary,
    tags: [id.replace(/Controller\..*/, '')],
    'x-scopes': scopes,
    parameters: [...parameters, ...query],
    ...(body && { requestBody: body }),
    responses: responsesOf(route, operation),
  };
}

function bodyOf({ body }: Declared, operation: Operation): ApiOperation['requestBody'] | null {
  if (operation.uploads !== undefined) {
    return { required: true, content: { 'multipart/form-data': uploads[operation.uploads] } };
  }
  const request = body === null ? undefined : requests[body];
  return request ? { required: true, content: { 'application/json': request } } : null;
}

function responsesOf(route: Declared, operation: Operation): ApiOperation['responses'] {
  const { answer, refuses = [] } = operation;
  const success = { [route.status]: { description: 'Done.', ...contentOf(answer) } };
  const codes = new Map<number, string[]>();
  const shared = route.path.includes('{cycle}') ? (['not_found'] as const) : [];
  for (const code of [...shared, ...refuses]) {
    const status = code === 'wrong_input' ? 422 : statusOf(code);
    codes.set(status, [...(codes.get(status) ?? []), code]);
  }
  codes.set(403, [...(codes.get(403) ?? []), 'scope_missing']);
  const refused = [...codes].map(([status, of]) => {
    return [status, refusedWith(route, status, of)] as const;
  });
  return {
    ...success,
    ...Object.fromEntries(refused),
    400: said('The request makes no sense.', anyOf(refusalOf(codes.get(400) ?? []))),
    401: said('No token, or one that does not hold.', ref('HttpError')),
    ...(route.body && {
      413: said('The body is too large.', ref('HttpError')),
      415: said('The body is in no charset or encoding that is read.', ref('HttpError')),
    }),
  };
}

function refusedWith({ method }: Declared, status: number, codes: readonly string[]): ApiResponse {
  const refusal = refusalOf(codes);
  // A change by a browser's session without the proof of our forms is refused before anybody looks at codes.
  const mayBeForged = status === 403 && method !== 'get';
  return said(`Refused: ${codes.join(', ')}.`, mayBeForged ? anyOf(refusal) : (refusal ?? {}));
}

function anyOf(refusal: Schema | null): Schema {
  return refusal ? { anyOf: [refusal, ref('HttpError')] } : ref('HttpError');
}

/** Which of the shapes of a refusal, and with which codes. */
function refusalOf(codes: readonly string[]): Schema | null {
  if (codes.length === 0) return null;
  return { allOf: [ref('Refused'), { properties: { code: oneOf(...codes) } }] };
}

function said(description: string, schema: Schema): ApiResponse {
  return { description, content: { 'application/json': { schema } } };
}

function contentOf(answer: Operation['answer']): Pick<ApiResponse, 'content'> {
  if (answer === null) return {};
  if (typeof answer === 'string') return { content: { [answer]: {} } };
  return { content: { 'application/json': { schema: answer } } };
}
