import {
  createParamDecorator,
  Inject,
  Injectable,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { isForged } from '../../people/sign-in/forgery.js';
import type { SessionRow } from '../../people/sign-in/sign-in.entity.js';
import { Visitors, type SignedIn } from '../../people/sign-in/visitors.js';
import { isFromForeignPage } from '../../platform/foreign-page.js';
import { localPath } from '../../platform/local-path.js';
import { SETTINGS, type Settings } from '../../platform/settings.js';
import { languageOf } from '../language.js';
import type { Frame } from '../page.js';
import { FormForged, SignInNeeded } from './sign-in-needed.js';

interface Visit extends Request {
  visit?: { readonly session: SessionRow | null; readonly frame: Frame };
}

/** For pages that are there for everybody: finds out who comes, and lets them in. */
@Injectable()
export class VisitorGuard implements CanActivate {
  constructor(
    private readonly visitors: Visitors,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Visit>();
    const session = await this.visitors.sessionOf(request);
    const visitor = session && { email: session.email, csrf: session.csrf };
    const language = languageOf(request.headers.cookie);
    const here = wayBack(request);
    const frame = { visitor, demonstration: !this.settings.production, language, here };
    request.visit = { session, frame };
    // Nobody else is to see it, neither over a proxy nor by going back.
    context.switchToHttp().getResponse<Response>().setHeader('Cache-Control', 'no-store');
    const harmless = request.method === 'GET' || request.method === 'HEAD';
    if (!harmless && isFromForeignPage(request.headers)) throw new FormForged();
    return true;
  }
}

/** For all other pages: whoever is not signed in comes back here after it. Changes have to be asked for by our own forms. */
@Injectable()
export class SessionGuard extends VisitorGuard implements CanActivate {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    await super.canActivate(context);
    const request = context.switchToHttp().getRequest<Visit>();
    const visitor = request.visit?.frame.visitor;
    if (!visitor) throw new SignInNeeded(wayBack(request));
    if (isForged(request, visitor.csrf)) throw new FormForged();
    return true;
  }
}

/** The page that was asked for, or that a form stood on. */
function wayBack(request: Request): string {
  if (request.method === 'GET' || request.method === 'HEAD') return localPath(request.originalUrl);
  const { referer = '', host } = request.headers;
  if (!URL.canParse(referer)) return '/';
  const page = new URL(referer);
  return page.host === host ? localPath(page.pathname + page.search) : '/';
}

function visitOf(context: ExecutionContext): NonNullable<Visit['visit']> {
  const { visit } = context.switchToHttp().getRequest<Visit>();
  if (!visit) throw new TypeError('a page asks who comes, but has no guard that finds out');
  return visit;
}

/** Who is signed in, on pages with a SessionGuard. */
export const Visitor = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { visitor } = visitOf(context).frame;
  if (!visitor) throw new TypeError('only a SessionGuard makes sure that there is a visitor');
  return visitor;
});

/** What `page` needs to know. */
export const Framed = createParamDecorator((_: unknown, context: ExecutionContext): Frame => {
  return visitOf(context).frame;
});

/** The session itself, for pages about it. */
export const Session = createParamDecorator((_: unknown, context: ExecutionContext): SessionRow => {
  const { session } = visitOf(context);
  if (!session) throw new TypeError('only a SessionGuard makes sure that there is a session');
  return session;
});
