import type { Response } from 'express';
import type { Temporal } from 'temporal-polyfill';
import type { SignInRefused } from '../../people/sign-in/sign-in-refused.js';
import type { Language } from '../language.js';
import { refusals } from './refusal-words.js';

/** Sets the status of a refusal. @returns what to say */
export function answerTo(
  { code, until }: SignInRefused,
  response: Response,
  now: Temporal.Instant,
  language: Language,
): string {
  if (until === null) response.status(422);
  const seconds = until ? Math.ceil(until.since(now).total('seconds')) : 0;
  if (until) response.status(429).setHeader('Retry-After', String(Math.max(1, seconds)));
  return refusals[language][code](Math.max(1, Math.ceil(seconds / 60)));
}
