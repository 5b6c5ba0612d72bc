import {
  createParamDecorator,
  ForbiddenException,
  Injectable,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import type { Request } from 'express';
import { isForged } from '../people/sign-in/forgery.js';
import { Visitors } from '../people/sign-in/visitors.js';
import { TokenStore } from '../people/token.store.js';

interface SignedInRequest extends Request {
  signedInAs?: string;
}

/** Every route of the API asks who calls; what they may do is decided where it is done. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly tokens: TokenStore,
    private readonly visitors: Visitors,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const { authorization } = request.headers;
    const email =
      authorization === undefined ? await this.visitor(request) : await this.program(authorization);
    if (email === null) throw new UnauthorizedException();
    request.signedInAs = email;
    return true;
  }

  private program(authorization: string): Promise<string | null> {
    const [, token = ''] = /^Bearer (\S+)$/i.exec(authorization) ?? [];
    return this.tokens.emailOf(token);
  }

  /** A browser sends its cookie whoever asks it to: a change has to prove that a page of ours asked. */
  private async visitor(request: Request): Promise<string | null> {
    const session = await this.visitors.sessionOf(request);
    if (session && isForged(request, session.csrf)) throw new ForbiddenException();
    return session?.email ?? null;
  }
}

/** The address of who calls. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { signedInAs } = context.switchToHttp().getRequest<SignedInRequest>();
  if (signedInAs === undefined) throw new UnauthorizedException();
  return signedInAs;
});
