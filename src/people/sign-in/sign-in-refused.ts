import type { Temporal } from 'temporal-polyfill';

export type SignInRefusal =
  | 'wrong_password'
  | 'too_often'
  | 'link_spent'
  | 'not_known'
  | 'provider_failed'
  | 'email_not_verified';

/** An expected no to somebody who wants in. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';

  constructor(
    readonly code: SignInRefusal,
    /** When it may be tried again, for `too_often`. */
    readonly until: Temporal.Instant | null = null,
    /** For the log only. */
    cause?: unknown,
  ) {
    super(code, { cause });
  }
}
