import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { getMetadataStorage } from 'class-validator';
import * as bodies from '../../src/api/bodies.js';
import * as changeBodies from '../../src/api/change-bodies.js';
import * as cycleFileBodies from '../../src/api/cycle-file-bodies.js';
import * as extensionBodies from '../../src/api/extension-bodies.js';
import * as reportBodies from '../../src/api/report-bodies.js';
import * as targetBodies from '../../src/api/target-bodies.js';
import * as webhookBodies from '../../src/api/webhook-bodies.js';
import { requests } from '../../src/api/openapi/requests.js';
import { apiRoutesOf } from './api-routes.js';
import { Office } from './office.js';
import { during, smallCity } from './small-city.js';

let office: Office;

beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
});

afterAll(() => office.close());

const classes = {
  ...bodies,
  ...reportBodies,
  ...changeBodies,
  ...cycleFileBodies,
  ...extensionBodies,
  ...targetBodies,
  ...webhookBodies,
} as unknown as Record<string, new () => object>;

describe('the document of the API', () => {
  it('is valid OpenAPI 3.1, by a validator of another project', async () => {
    const document = structuredClone(office.documented.document) as object as Record<
      string,
      unknown
    >;

    const { valid, errors } = await new Validator().validate(document);

    expect([valid, errors]).toEqual([true, undefined]);
    expect(document).toHaveProperty('openapi', '3.1.0');
  });

  it('holds every route of the running server, and no other', () => {
    const documented = Object.entries(office.documented.document.paths).flatMap(
      ([path, operations]) =>
        Object.keys(operations).map(
          (method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
        ),
    );

    const routes = apiRoutesOf(office.site.app);

    expect([...documented, 'GET /api/v1/openapi.json'].sort()).toEqual(routes);
  });

  it('names every scope, and some answer that is no refusal', () => {
    const operations = Object.values(office.documented.document.paths).flatMap((each) =>
      Object.values(each),
    );

    for (const operation of operations) {
      expect(operation).toHaveProperty('x-scopes.0');
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['401', '403']));
      expect(Object.keys(operation.responses).some((status) => status < '300')).toBe(true);
    }
  });

  it.each(Object.keys(requests))('asks for what the server takes in %s', (name) => {
    const { schema, example } = requests[name] ?? { schema: {}, example: {} };
    const target = classes[name] ?? Object;
    const taken = getMetadataStorage()
      .getTargetValidationMetadatas(target, '', false, false)
      .map(({ propertyName }) => propertyName);

    const { properties } = schema as { properties: object };
    expect(Object.keys(properties).sort()).toEqual([...new Set(taken)].sort());
    expect(office.documented.problemsOf(name, schema, example)).toBe('');
  });
});
