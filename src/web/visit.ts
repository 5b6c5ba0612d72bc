import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { SignedIn } from '../people/sign-in/visitors.js';
import type { Html } from '../platform/html.js';
import { languageOf, type Language } from './language.js';
import type { Frame } from './page.js';
import { proofOf } from './proof.view.js';

/** What a desk has to know of who comes, and how to speak to them. */
export interface Visit {
  readonly visitor: SignedIn;
  readonly frame: Frame;
  readonly language: Language;
  /** Belongs into every form. */
  readonly proof: Html;
  /** Without its query. */
  readonly path: string;
}

interface Guarded extends Request {
  readonly visit?: { readonly frame: Frame };
}

/** On pages with a SessionGuard. */
export const Visited = createParamDecorator((_: unknown, context: ExecutionContext): Visit => {
  const request = context.switchToHttp().getRequest<Guarded>();
  const frame = frameOf(request);
  const { visitor, language } = frame;
  if (!visitor) throw new TypeError('only a SessionGuard makes sure that there is a visitor');
  return { visitor, frame, language, proof: proofOf(visitor), path: request.path };
});

/** For whom a page is, where a guard has found it out; nobody else's. */
export function frameOf(request: Guarded): Frame {
  const language = languageOf(request.headers.cookie);
  return request.visit?.frame ?? { visitor: null, demonstration: false, language, here: '/' };
}
