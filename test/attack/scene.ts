import { TokenStore } from '../../src/people/token.store.js';
import { AccountStore } from '../../src/people/sign-in/account.store.js';
import { sessionCookieName } from '../../src/people/sign-in/session-cookie.js';
import { SessionStore } from '../../src/people/sign-in/session.store.js';
import { hash } from '@node-rs/argon2';
import { asked } from '../api/extending.js';
import { Office } from '../api/office.js';
import { dinkes, during, smallCity } from '../api/small-city.js';
import { pdf, upload } from '../api/uploading.js';
import { lead, link, submit } from '../api/work.js';
import { mailTo } from '../engine/stage.js';
import { addressOf } from '../web/calendars.js';
import type { Site } from '../web/site.js';
import { roles } from '../web/desk-routes.js';
import type { Secret } from './faults.js';
import type { Header } from './inputs/headers.js';

interface Keys {
  readonly cookie: string;
  readonly proof: string;
  readonly token: string;
}

/** What an assault has to know of whoever is attacked. */
export interface Ground {
  readonly office: { readonly site: Site };
  readonly ids: Readonly<Record<string, string>>;
  readonly secrets: readonly Secret[];
  headersOf(email: string | null, isApi: boolean): readonly Header[];
  headersOfNew(email: string): Promise<readonly Header[]>;
}

/** As any browser sends them from one of our pages. */
export function headersOfAPage({ url }: Site): Header[] {
  const { host, origin } = new URL(url);
  return [
    ['host', host],
    ['connection', 'close'],
    ['accept', 'text/html'],
    ['origin', origin],
  ];
}

/** A city at work that is attacked, and the keys of everybody in it. */
export class Scene implements Ground {
  private constructor(
    readonly office: Office,
    /** What FILE, LINK and so on stand for. */
    readonly ids: Readonly<Record<string, string>>,
    private readonly keys: ReadonlyMap<string, Keys>,
  ) {}

  /** DINKES leads 1 and 2, has a file and a link for the first, and asks for time; a review follows on that. */
  static async open(when: 'writing' | 'reviewing' = 'writing'): Promise<Scene> {
    const office = await Office.open(smallCity(), during.beginning);
    await office.moveTo(during.assignment);
    await lead(office, { 1: 'DINKES', 2: 'DINKES', 3: 'DLH' });
    await office.moveTo(during.selfAssessment);
    const place = { unit: 'DINKES', no: 1, level: 2 };
    const content = await pdf('serangan');
    const { id } = (await upload(office, { ...place, name: 'bukti.pdf', content })).body;
    const LINK = await link(office, place);
    const REQUEST = await asked(office);
    const MAIL = await mailTo(office.site.app, dinkes);
    const SECRET = /kalender\/(.*)\.ics/.exec(await addressOf(office, dinkes))?.[1] ?? '';
    if (when === 'reviewing') {
      await submit(office, 'DINKES', { 1: 2, 2: 1 });
      await office.moveTo(during.review);
    }
    const accounts = office.site.app.get(AccountStore, { strict: false });
    const keys = new Map<string, Keys>();
    for (const email of Object.values(roles)) {
      await accounts.setPassword(email, await hash(`sandi ${email}`));
      keys.set(email, await keysOf(office, email));
    }
    return new Scene(office, { FILE: id, EVIDENCE: id, LINK, REQUEST, MAIL, SECRET }, keys);
  }

  /** What nobody but its owner may be shown. */
  get secrets(): Secret[] {
    return [...this.keys].flatMap(([of, { cookie, proof, token }]) =>
      [cookie, proof, token].map((text) => ({ of, text })),
    );
  }

  /** As a program says who it is, or a browser from one of our pages. */
  headersOf(email: string | null, isApi: boolean): Header[] {
    const keys = email === null ? undefined : this.keys.get(email);
    const page = headersOfAPage(this.office.site);
    const shared = page.slice(0, 2);
    if (isApi) return keys ? [...shared, ['authorization', `Bearer ${keys.token}`]] : shared;
    return keys ? [...page, ...signedIn(keys)] : page;
  }

  /** With a session of its own, for what ends it. */
  async headersOfNew(email: string): Promise<Header[]> {
    return [...this.headersOf(null, false), ...signedIn(await keysOf(this.office, email))];
  }

  close(): Promise<void> {
    return this.office.close();
  }
}

function signedIn({ cookie, proof }: Keys): Header[] {
  return [
    ['cookie', `${sessionCookieName(true)}=${cookie}`],
    ['x-csrf', proof],
  ];
}

async function keysOf({ site: { app } }: Office, email: string): Promise<Keys> {
  const sessions = app.get(SessionStore, { strict: false });
  const cookie = await sessions.begin(email, 'link');
  const session = await sessions.find(cookie);
  const token = await app.get(TokenStore, { strict: false }).issue(email, 400);
  return { cookie, proof: session?.csrf ?? '', token };
}
