import { hash, verify } from '@node-rs/argon2';
import { isGuessable } from './guessable.js';

/** Argon2id, which the package does unless told otherwise, at the strength that OWASP asks for. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const shortestPassword = 12;
export const longestPassword = 200;

export type PasswordFlaw = 'too_short' | 'too_long' | 'too_obvious';

/** Length is what counts; rules about digits and signs only make people write `Password1!`. */
export async function flawOf(password: string, email: string): Promise<PasswordFlaw | null> {
  const { length } = [...password];
  if (length < shortestPassword) return 'too_short';
  if (length > longestPassword) return 'too_long';
  return (await isGuessable(password, email)) ? 'too_obvious' : null;
}

export function hashOf(password: string): Promise<string> {
  return hash(spelt(password), strength);
}

/** Takes as long without a hash: how long it takes must not tell who has a password. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const right = await verify(passwordHash ?? (await nobodysHash()), spelt(password));
  return right && passwordHash !== null;
}

let nobodys: Promise<string> | null = null;

function nobodysHash(): Promise<string> {
  nobodys ??= hashOf('nobody has this password');
  return nobodys;
}

/** The same letters may come in several encodings, by keyboard and by system. */
function spelt(password: string): string {
  return password.normalize('NFKC');
}
