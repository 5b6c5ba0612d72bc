import { TokenStore } from '../../../src/people/token.store.js';
import { scopes, type Scope } from '../../../src/people/scope.js';
import { Browser } from '../../web/browser.js';
import type { Office } from '../office.js';
import { coordinator } from '../small-city.js';
import type { Documented } from './documented-answers.js';
import { form, initOf } from './scene.js';

interface Everywhere {
  readonly what: string;
  readonly answer: string;
  /** Of which operations. */
  readonly of: (operation: Documented) => boolean;
  /** Made once: how one of them is asked. */
  readonly asking: (office: Office) => Promise<(operation: Documented) => Promise<Response>>;
}

type With = (init: RequestInit, operation: Documented) => RequestInit;

const all = (): boolean => true;
const takesJson = ({ media }: Documented): boolean => media?.type === 'application/json';

/** What is answered alike wherever it happens: written once, and met at every operation that it is documented for. */
export const everywhere: readonly Everywhere[] = [
  {
    what: 'without a token',
    answer: '401',
    of: all,
    asking: (office) => Promise.resolve(ask(office, (init) => init)),
  },
  {
    what: 'with a token that is for something else',
    answer: '403 scope_missing',
    of: all,
    asking: async (office) => {
      const tokens = new Map<Scope, string>();
      for (const scope of scopes) tokens.set(scope, await tokenFor(office, [scope]));
      return ask(office, (init, { scopes: needed }) => {
        const other = scopes.find((scope) => !needed.includes(scope)) ?? 'read';
        return authorised(init, tokens.get(other) ?? '');
      });
    },
  },
  {
    what: 'in a browser, by somebody else’s page',
    answer: '403',
    of: ({ method }) => method !== 'get',
    asking: async (office) => {
      const browser = await Browser.of(office.site, coordinator);
      const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
      return ask(office, (init) => ({ ...init, headers: { ...init.headers, cookie } }));
    },
  },
  {
    what: 'of a cycle that there is not',
    answer: '404 not_found',
    of: all,
    asking: async (office) => ask(office, await holder(office), 'entah'),
  },
  {
    what: 'of a cycle whose code is none',
    answer: '400',
    of: all,
    asking: async (office) => ask(office, await holder(office), 'x'.repeat(101)),
  },
  {
    what: 'with a body that is too large',
    answer: '413',
    of: takesJson,
    asking: async (office) => {
      const body = JSON.stringify({ text: 'x'.repeat(256 * 1024) });
      const token = await holder(office);
      return ask(office, (init, operation) => ({ ...token(init, operation), body }));
    },
  },
  {
    what: 'in a script that no JSON is written in',
    answer: '415',
    of: takesJson,
    asking: async (office) => {
      const token = await holder(office);
      const type = { 'content-type': 'application/json; charset=ebcdic' };
      return ask(office, (init, operation) => {
        const asked = token(init, operation);
        return { ...asked, headers: { ...asked.headers, ...type } };
      });
    },
  },
];

/** The operation with the examples of the document. */
function ask(office: Office, change: With, cycle = office.cycle) {
  return (operation: Documented): Promise<Response> => {
    const { path, method, media, parameters } = operation;
    const examples = parameters.map(({ name, example }) => [name, String(example)] as const);
    const values: Readonly<Record<string, string>> = { ...Object.fromEntries(examples), cycle };
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
    const isForm = media?.type === 'multipart/form-data';
    const body = isForm
      ? form('%PDF-1.7\n', media.example as Record<string, string>)
      : media?.example;
    return office.met(filled, { ...change(initOf(body), operation), method: method.toUpperCase() });
  };
}

async function holder(office: Office): Promise<With> {
  const token = await tokenFor(office, [...scopes]);
  return (init) => authorised(init, token);
}

function tokenFor(office: Office, of: Scope[]): Promise<string> {
  const store = office.site.app.get(TokenStore, { strict: false });
  return store.issue(coordinator, 400, { name: 'uji', scopes: of });
}

function authorised(init: RequestInit, token: string): RequestInit {
  return { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } };
}
