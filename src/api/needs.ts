import { Reflector } from '@nestjs/core';
import type { Scope } from '../people/scope.js';

/** Which scope of a token a route asks for: one of these will do. Without any, no token opens it. */
export const Needs = Reflector.createDecorator<Scope[]>();

/** What the token was not issued for, though its person may well do it. */
export class ScopeMissing extends Error {
  override readonly name = 'ScopeMissing';

  constructor(readonly needed: readonly Scope[]) {
    super(`scope_missing: ${needed.join(' ')}`);
  }
}

/** @param given of the token; null: a person's own session, which may do what they may @throws ScopeMissing */
export function requireScope(given: readonly Scope[] | null, needed: readonly Scope[]): void {
  if (given !== null && !needed.some((each) => given.includes(each))) {
    throw new ScopeMissing(needed);
  }
}
