import { routes as apiBodies } from '../api/routes.js';
import { documentedIn, type Documented } from '../api/answers/documented-answers.js';
import type { Office } from '../api/office.js';
import { a1, a2, coordinator, dinkes, dlh } from '../api/small-city.js';
import {
  roles,
  whileReviewing,
  whileWriting,
  type DeskRoute,
  type Role,
} from '../web/desk-routes.js';
import { declaredIn, type Declared } from './declared.js';
import * as undeclared from './undeclared.js';

/** A route with everything that it reads, and who is there to try it. */
export interface Target {
  /** `POST /opd/:cycle/:unit/kirim` */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** Of the parts of its path, as they may well be. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: readonly string[];
  readonly shape: 'json' | 'form' | 'upload' | 'none';
  readonly fields: Readonly<Record<string, unknown>>;
  /** Who may do it; null: whoever comes. */
  readonly may: string | null;
  /** Who may not; null: whoever comes and has not signed in. */
  readonly mayNot: string | null;
}

const nothing: Declared = { query: [], fields: [] };
const isId = /^(evidence|request|report|webhook|delivery|variant|mail|token)$/;
const someId = '3f0f1c9e-5d0b-4f0e-9a53-0b6c1f1f2a77';

/** Params that stand for what is there. */
const usual: Readonly<Record<string, string>> = {
  ...{ cycle: 'kota-kecil', unit: 'DINKES', indicator: '1', phase: 'mandiri' },
  ...{ assessor: 'A1', to: 'A2', year: '2024', language: 'en', file: 'siklus.css' },
  ...{ evidence: 'FILE', request: 'REQUEST', id: 'MAIL', secret: 'SECRET' },
};

export function paramsIn(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
}

function usualParams(path: string): Record<string, string> {
  return Object.fromEntries(
    paramsIn(path).map((name) => [name, usual[name] ?? (isId.test(name) ? someId : 'x')]),
  );
}

/** The operations of the API, by whoever their scope is for. */
export function apiTargets({ site, documented: { document } }: Office): Target[] {
  const declared = declaredIn(site.app);
  return documentedIn(document).map((operation) => apiTarget(operation, declared));
}

function apiTarget(operation: Documented, declared: ReadonlyMap<string, Declared>): Target {
  const { method, media, scopes } = operation;
  const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
  const name = `${method.toUpperCase()} ${path}`;
  const isReview = path.includes('/reviews/');
  const params = { ...usualParams(path), ...(isReview && { phase: 'dokumen' }) };
  const { query } = declared.get(name) ?? nothing;
  const filled = Object.entries(params).reduce((all, [key, value]) => {
    return all.replace(`:${key}`, value.replace(/FILE|REQUEST/, 'EVIDENCE'));
  }, path);
  const known = apiBodies.find((each) => {
    return each.method === method.toUpperCase() && filled.endsWith(each.path);
  });
  const { file: _, ...fields } = { file: '', ...media?.example, ...known?.body };
  const shape = media === null ? 'none' : media.type.includes('json') ? 'json' : 'upload';
  const [may, mayNot] = scopes.includes('answer')
    ? [dinkes, dlh]
    : scopes.includes('review')
      ? [a1, a2]
      : [coordinator, scopes.includes('read') ? null : dlh];
  return { name, method: method.toUpperCase(), path, params, query, shape, fields, may, mayNot };
}

/** The desks, by the last in the table who may and the first who may not. */
export function deskTargets(office: Office, when: 'writing' | 'reviewing'): Target[] {
  const declared = declaredIn(office.site.app);
  return (when === 'writing' ? whileWriting : whileReviewing).map((route) =>
    deskTarget(route, declared),
  );
}

function deskTarget(route: DeskRoute, declared: ReadonlyMap<string, Declared>): Target {
  const { method, route: path, answers } = route;
  const name = `${method} ${path}`;
  const everyone = Object.keys(roles) as Role[];
  const may = everyone.findLast((_, at) => (answers[at] ?? 404) < 400 || answers[at] === 422);
  const mayNot = everyone.find((_, at) => [403, 404].includes(answers[at] ?? 0));
  return {
    ...pageTarget(name, declared),
    params: { ...usualParams(path), ...paramsOf(route) },
    ...(route.fields && {
      fields: { ...pageTarget(name, declared).fields, ...route.fields },
    }),
    may: roles[may ?? 'the coordinator'],
    mayNot: mayNot && mayNot !== may ? roles[mayNot] : null,
  };
}

/** A page, as it is read from what it declares. */
export function pageTarget(name: string, declared: ReadonlyMap<string, Declared>): Target {
  const [method = '', path = ''] = name.split(' ');
  const { query, fields } = declared.get(name) ?? nothing;
  const upload = undeclared.uploads[name];
  const own = upload ?? undeclared.fields[name] ?? {};
  const form = method === 'POST' ? 'form' : 'none';
  return {
    ...{ name, method, path, params: usualParams(path), may: null, mayNot: null },
    query: [...new Set([...query, ...(undeclared.queries[name] ?? [])])],
    shape: upload ? 'upload' : form,
    fields: { ...Object.fromEntries(fields.map((field) => [field, 'x'])), ...own },
  };
}

/** What stands in the address of the table where the route has a name. */
function paramsOf({ route, path }: DeskRoute): Record<string, string> {
  const names = paramsIn(route);
  const pattern = route.replace('{/:unit}', '/:unit').replaceAll(/:\w+/g, '([^/]+)');
  const [, ...values] = new RegExp(`^${pattern}$`).exec(path.split('?')[0] ?? '') ?? [];
  return Object.fromEntries(names.map((name, at) => [name, values[at] ?? 'x']));
}

const takesAway = /^DELETE|hapus|tarik|cabut|lepas|hentikan|kirim$|finish|hand-over/;
/** Nobody is signed in after that. */
const goes = /keluar|sandi/;

/** What reads comes first, and what takes away last: there is something for everybody else to meet. */
export function gentleFirst(targets: readonly Target[]): Target[] {
  const rank = ({ method, name }: Target): number =>
    [method !== 'GET', takesAway.test(name), goes.test(name)].lastIndexOf(true);
  return targets.toSorted((a, b) => rank(a) - rank(b));
}
