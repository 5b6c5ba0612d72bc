import type { IncomingMessage } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../platform/settings.js';
import { cookieIn, sessionCookieName } from './session-cookie.js';
import { SessionStore } from './session.store.js';
import type { SessionRow } from './sign-in.entity.js';

/** Somebody who is signed in. */
export interface SignedIn {
  /** In lower case. */
  readonly email: string;
  /** What their forms have to bring. */
  readonly csrf: string;
}

/** Whom a request comes from, by its cookie. */
@Injectable()
export class Visitors {
  constructor(
    private readonly sessions: SessionStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Null: nobody who is signed in. */
  async sessionOf(request: IncomingMessage): Promise<SessionRow | null> {
    const token = this.tokenIn(request);
    return token === null ? null : this.sessions.find(token);
  }

  tokenIn({ headers }: IncomingMessage): string | null {
    return cookieIn(headers.cookie, sessionCookieName(this.settings.production));
  }
}
