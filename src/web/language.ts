import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/** Pages are Indonesian first, English second. */
export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];

/** The cookie that the switch sets. */
export const languageCookie = 'bahasa';

export function languageOf(cookies: string | undefined): Language {
  const [, chosen] = /(?:^|;\s*)bahasa=(\w+)/.exec(cookies ?? '') ?? [];
  return chosen === 'en' ? 'en' : 'id';
}

/** What the visitor has chosen; Indonesian until they do. */
export const Lang = createParamDecorator((_: unknown, context: ExecutionContext): Language => {
  return languageOf(context.switchToHttp().getRequest<Request>().headers.cookie);
});
