import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { AuthenticationType } from 'nodemailer/lib/smtp-connection';

export interface Login {
  readonly auth: AuthenticationType;
  /** Even where the server does not offer it. */
  readonly isForced: boolean;
}

/** Where it is possible, or must be. */
export function logIn(
  smtp: SMTPConnection,
  login: Login | null,
  done: (error: Error | null) => void,
): void {
  if (login && (smtp.allowsAuth || login.isForced)) smtp.login(login.auth, done);
  else done(null);
}
