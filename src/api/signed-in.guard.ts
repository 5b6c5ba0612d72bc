import {
  createParamDecorator,
  ForbiddenException,
  Injectable,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Scope } from '../people/scope.js';
import { isForged } from '../people/sign-in/forgery.js';
import { Visitors } from '../people/sign-in/visitors.js';
import { TokenStore, type TokenHolder } from '../people/token.store.js';
import { Needs, requireScope } from './needs.js';

/** Who asks; without scopes it is a person's own session. */
interface Asking {
  readonly email: string;
  readonly scopes: readonly Scope[] | null;
}

interface SignedInRequest extends Request {
  asking?: Asking;
}

/** Every route of the API asks who calls; what they may do is decided where it is done. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly tokens: TokenStore,
    private readonly visitors: Visitors,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const { authorization } = request.headers;
    const asking =
      authorization === undefined ? await this.visitor(request) : await this.program(authorization);
    if (asking === null) throw new UnauthorizedException();
    // Who forgets to say what a route needs has closed it to tokens.
    const needed = this.reflector.get<Scope[] | undefined>(Needs.KEY, context.getHandler());
    requireScope(asking.scopes, needed ?? []);
    request.asking = asking;
    return true;
  }

  private program(authorization: string): Promise<TokenHolder | null> {
    const [, token = ''] = /^Bearer (\S+)$/i.exec(authorization) ?? [];
    return this.tokens.holderOf(token);
  }

  /** A browser sends its cookie whoever asks it to: a change has to prove that a page of ours asked. */
  private async visitor(request: Request): Promise<Asking | null> {
    const session = await this.visitors.sessionOf(request);
    if (session && isForged(request, session.csrf)) throw new ForbiddenException();
    return session && { email: session.email, scopes: null };
  }
}

function askingIn(context: ExecutionContext): Asking {
  const { asking } = context.switchToHttp().getRequest<SignedInRequest>();
  if (asking === undefined) throw new UnauthorizedException();
  return asking;
}

/** The address of who calls. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  return askingIn(context).email;
});

/** What the token that calls is for; null when no token does. */
export const Scopes = createParamDecorator(
  (_: unknown, context: ExecutionContext): readonly Scope[] | null => askingIn(context).scopes,
);
