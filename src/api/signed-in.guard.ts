import {
  createParamDecorator,
  Injectable,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import type { Request } from 'express';
import { TokenStore } from '../people/token.store.js';

interface SignedInRequest extends Request {
  signedInAs?: string;
}

/** Every route of the API asks who calls; what they may do is decided where it is done. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(private readonly tokens: TokenStore) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const [, token = ''] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const email = await this.tokens.emailOf(token);
    if (email === null) throw new UnauthorizedException();
    request.signedInAs = email;
    return true;
  }
}

/** The address of who calls. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { signedInAs } = context.switchToHttp().getRequest<SignedInRequest>();
  if (signedInAs === undefined) throw new UnauthorizedException();
  return signedInAs;
});
