import type { Type } from '@nestjs/common';
import { statusOf } from '../errors.filter.js';
import { answers } from './answers.js';
import { changeAnswers } from './change-answers.js';
import { errors } from './errors.js';
import { figureAnswers } from './figure-answers.js';
import { operations, type Operation } from './operations.js';
import { requests, uploads } from './requests.js';
import { routesOf, type Declared } from './routes.js';
import { oneOf, ref, text, uuid, whole, type Schema } from './schema.js';
import { targetAnswers } from './target-answers.js';
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
  webhook: uuid,
  delivery: uuid,
};
const examples: Readonly<Record<string, unknown>> = {
  cycle: 'spbe-2025',
  indicator: 1,
  evidence: '3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77',
  request: '3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77',
  webhook: '3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77',
  delivery: '3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77',
  unit: 'DINKES',
  phase: 'penilaian-mandiri',
  assessor: 'A1',
  to: 'A2',
};

/** The document of these controllers, from what they declare and the table of operations. */
export function openApiOf(controllers: readonly Type[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of controllers.flatMap(routesOf)) {
    const operation = operations[route.id];
    if (operation) (paths[route.path] ??= {})[route.method] = described(route, operation);
  }
  return {
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
        ...webhookAnswers,
        ...errors,
      },
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  };
}

function described(route: Declared, operation: Operation): object {
  const { id, path, scopes } = route;
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: parameterSchemas[name] ?? text,
    example: examples[name],
  }));
  const query = id === 'AssignmentsController.propose' ? [perUnit] : [];
  const body = bodyOf(route, operation);
  return {
    operationId: id.replace('Controller.', '-'),
    summary: operation.summary,
    tags: [id.replace('Controller', '').split('.')[0]],
    'x-scopes': scopes,
    parameters: [...parameters, ...query],
    ...(body && { requestBody: body }),
    responses: responsesOf(route, operation),
  };
}

const perUnit = {
  name: 'perUnit',
  in: 'query',
  required: false,
  schema: { enum: [1, 2], default: 1 },
  description: 'How many assessors a unit is to have in the end.',
};

function bodyOf({ body }: Declared, operation: Operation): object | null {
  if (operation.uploads !== undefined) {
    return { required: true, content: { 'multipart/form-data': uploads[operation.uploads] } };
  }
  const request = body === null ? undefined : requests[body];
  return request ? { required: true, content: { 'application/json': request } } : null;
}

function responsesOf(route: Declared, operation: Operation): object {
  const { answer, refuses = [] } = operation;
  const success = { [route.status]: { description: 'Done.', ...contentOf(answer) } };
  const codes = new Map<number, string[]>();
  const shared = route.path.includes('{cycle}') ? (['not_found'] as const) : [];
  for (const code of [...shared, ...refuses]) {
    const status = code === 'wrong_input' ? 422 : statusOf(code);
    codes.set(status, [...(codes.get(status) ?? []), code]);
  }
  codes.set(403, [...(codes.get(403) ?? []), 'scope_missing']);
  const refused = [...codes].map(([status, of]) => [status, refusedWith(status, of)] as const);
  return {
    ...success,
    ...Object.fromEntries(refused),
    400: said('The request makes no sense.', anyOf(refusalOf(codes.get(400) ?? []))),
    401: said('No token, or one that does not hold.', ref('HttpError')),
    ...(route.body && { 413: said('The body is too large.', ref('HttpError')) }),
    ...(operation.uploads && { 413: refusedWith(413, codes.get(413) ?? []) }),
  };
}

function refusedWith(status: number, codes: readonly string[]): object {
  // A browser's session without the proof of our forms is refused before anybody looks at codes.
  const also = status === 403 ? anyOf(refusalOf(codes)) : (refusalOf(codes) ?? {});
  return said(`Refused: ${codes.join(', ')}.`, also);
}

function anyOf(refusal: Schema | null): Schema {
  return refusal ? { anyOf: [refusal, ref('HttpError')] } : ref('HttpError');
}

/** Which of the shapes of a refusal, and with which codes. */
function refusalOf(codes: readonly string[]): Schema | null {
  if (codes.length === 0) return null;
  return { allOf: [ref('Refused'), { properties: { code: oneOf(...codes) } }] };
}

function said(description: string, schema: Schema): object {
  return { description, content: { 'application/json': { schema } } };
}

function contentOf(answer: Operation['answer']): object {
  if (answer === null) return {};
  if (typeof answer === 'string') return { content: { [answer]: {} } };
  return { content: { 'application/json': { schema: answer } } };
}
