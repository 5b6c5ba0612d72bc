import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Clock } from '../../domain/clock.js';
import type { Person } from '../../domain/people.js';
import { SERVER_CLOCK } from '../../platform/clock.js';
import { markOf } from '../../platform/mark.js';
import { PeopleStore } from '../people.store.js';
import { AccountStore } from './account.store.js';
import { LimitStore } from './limit.store.js';
import type { LimitName } from './limit.js';
import { LinkStore, type LinkWay } from './link.store.js';
import { networkOf } from './network.js';
import { hashOf, isPassword } from './password.js';
import { isFresh } from './session-age.js';
import { SessionStore } from './session.store.js';
import type { SessionRow, SignInMethod } from './sign-in.entity.js';
import { SignInRefused } from './sign-in-refused.js';

/** What a request of somebody who wants in brings with it. */
export interface Knock {
  readonly ip: string;
  /** The session that this browser had: it ends. */
  readonly token: string | null;
}

/** How somebody becomes a session, and ceases to be one. Every way in ends in `welcome`. */
@Injectable()
export class SignInService {
  private readonly log = new Logger('SignIn');

  constructor(
    private readonly people: PeopleStore,
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly links: LinkStore,
    private readonly limits: LimitStore,
    @Inject(SERVER_CLOCK) private readonly clock: Clock,
  ) {}

  /** Who may sign in under an address; null: nobody. */
  async known(email: string): Promise<Person | null> {
    const address = email.toLowerCase();
    const person = await this.people.find(address);
    if (person) return person;
    return (await this.accounts.exists(address)) ? { name: '', email: address } : null;
  }

  /** @returns the token of a new session. @throws SignInRefused too_often, wrong_password */
  async withPassword(email: string, password: string, knock: Knock): Promise<string> {
    const address = email.toLowerCase();
    const network = networkOf(knock.ip);
    await this.take('passwordFromNetwork', network);
    await this.take('passwordOfAddress', address);
    const right = await isPassword(password, await this.accounts.passwordHash(address));
    if (!right) throw this.wrongPassword(address);
    await this.limits.giveBack('passwordFromNetwork', network);
    await this.limits.forget('passwordOfAddress', address);
    return this.welcome(address, 'password', knock);
  }

  /** Whether another link may go to that address, known or not. @throws SignInRefused too_often */
  async countLink(email: string, { ip }: Knock): Promise<void> {
    await this.take('linkFromNetwork', networkOf(ip));
    await this.take('linkToAddress', email.toLowerCase());
  }

  /** @returns the token of the link */
  issueLink(email: string, path: string, way: LinkWay): Promise<string> {
    return this.links.issue(email.toLowerCase(), path, way);
  }

  /** For the very first account, whose link nobody could ask for; null when there is an account already. */
  async linkForFirst(email: string): Promise<string | null> {
    const address = email.toLowerCase();
    return (await this.accounts.openFirst(address))
      ? this.issueLink(address, '/', 'printed')
      : null;
  }

  /** On an operator's word: whoever it is may sign in from now on. @returns the token of the link */
  async invite(email: string): Promise<string> {
    const address = email.toLowerCase();
    if (!(await this.known(address))) await this.accounts.open(address);
    return this.issueLink(address, '/', 'printed');
  }

  /** @returns the token of a new session, and what to open. @throws SignInRefused link_spent */
  async withLink(token: string, knock: Knock): Promise<{ token: string; path: string }> {
    const link = await this.links.use(token);
    // Somebody who left the office between the mail and the click has left.
    if (!link || !(await this.known(link.email))) {
      this.log.warn('a link that does not work, or not any more');
      throw new SignInRefused('link_spent');
    }
    return { token: await this.welcome(link.email, 'link', knock), path: link.path };
  }

  /** Who somebody is was found out elsewhere. @throws SignInRefused not_known */
  async as(email: string, method: SignInMethod, knock: Knock): Promise<string> {
    if (!(await this.known(email))) {
      this.log.warn(`not known here, by ${method}: ${markOf(email)}`);
      throw new SignInRefused('not_known');
    }
    return this.welcome(email.toLowerCase(), method, knock);
  }

  async signOut(token: string): Promise<void> {
    this.log.log('signed out');
    await this.sessions.end(token);
  }

  /** On every device, and links that are still under way with it. */
  async signOutEverywhere(email: string): Promise<void> {
    this.log.log(`signed out everywhere: ${markOf(email)}`);
    await this.sessions.endAll(email);
    await this.links.withdraw(email);
  }

  /** Whether the old password has to be told: not where there is none, nor right after a link has shown who it is. */
  async needsOldPassword({ email, method, createdAt }: SessionRow): Promise<boolean> {
    if ((await this.accounts.passwordHash(email)) === null) return false;
    const proved = method === 'link' || method === 'oidc';
    return !(proved && isFresh({ createdAt }, this.clock.now()));
  }

  /** Ends all sessions. @returns the token of a new one. @throws SignInRefused too_often, wrong_password */
  async changePassword(session: SessionRow, old: string, fresh: string): Promise<string> {
    const { email, method } = session;
    if (await this.needsOldPassword(session)) {
      await this.take('passwordOfAddress', email);
      const right = await isPassword(old, await this.accounts.passwordHash(email));
      if (!right) throw this.wrongPassword(email);
      await this.limits.forget('passwordOfAddress', email);
    }
    await this.accounts.setPassword(email, await hashOf(fresh));
    this.log.log(`new password: ${markOf(email)}`);
    await this.signOutEverywhere(email);
    return this.sessions.begin(email, method);
  }

  /** A token of its own for whoever has just shown who they are: none that was there before is taken over. */
  private async welcome(email: string, method: SignInMethod, { token }: Knock): Promise<string> {
    if (token !== null) await this.sessions.end(token);
    this.log.log(`signed in by ${method}: ${markOf(email)}`);
    return this.sessions.begin(email, method);
  }

  private wrongPassword(email: string): SignInRefused {
    this.log.warn(`wrong password: ${markOf(email)}`);
    return new SignInRefused('wrong_password');
  }

  private async take(limit: LimitName, of: string): Promise<void> {
    const until = await this.limits.take(limit, of);
    if (!until) return;
    this.log.warn(`too many tries: ${limit} of ${markOf(of)}`);
    throw new SignInRefused('too_often', until);
  }
}
