import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { sessionCookieName, sessionCookieOptions } from '../../people/sign-in/session-cookie.js';
import type { Knock } from '../../people/sign-in/sign-in.service.js';
import { Visitors } from '../../people/sign-in/visitors.js';
import { SETTINGS, type Settings } from '../../platform/settings.js';

/** Where a browser gets its session's cookie, and loses it. */
@Injectable()
export class Threshold {
  constructor(
    private readonly visitors: Visitors,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  knockOf(request: Request): Knock {
    return { ip: request.ip ?? '', token: this.visitors.tokenIn(request) };
  }

  letIn(response: Response, token: string, path: string): void {
    const { production } = this.settings;
    response.cookie(sessionCookieName(production), token, sessionCookieOptions(production));
    response.redirect(303, path);
  }

  letOut(response: Response, path: string): void {
    const { production } = this.settings;
    response.clearCookie(sessionCookieName(production), sessionCookieOptions(production));
    // What the browser has kept of pages goes with the session.
    response.setHeader('Clear-Site-Data', '"cache", "storage"');
    response.redirect(303, path);
  }
}
