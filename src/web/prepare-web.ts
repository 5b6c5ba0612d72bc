import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ValidationPipe } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { packageRoot } from '../platform/package-root.js';
import { SETTINGS, type Settings } from '../platform/settings.js';
import { refuseNesting } from './nesting.js';
import { PageFilter } from './page.filter.js';
import { logRefusals } from './refusal-log.js';

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A browser that was here over https once comes no other way for two years. */
const httpsOnly = 'max-age=63072000; includeSubDomains';

function headersOf({ production, baseUrl }: Settings): Map<string, string> {
  const isHttps = production && baseUrl?.startsWith('https:') === true;
  return new Map([
    ['Content-Security-Policy', policy],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'same-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
    ...(isHttps ? [['Strict-Transport-Security', httpsOnly] as const] : []),
  ]);
}

/** Two texts of 20,000 characters, each of them escaped. */
const longestJson = '256kb';

/** A change of a few thousand units, as its preview gives it back. */
const longestForm = '1mb';

/** Local assets, headers that let a page do only what ours do, and bodies that hold only what is asked for. */
export function prepareWeb(app: NestExpressApplication): void {
  const settings = app.get<Settings>(SETTINGS, { strict: false });
  app.set('trust proxy', settings.trustedProxies);
  app.disable('x-powered-by');
  const headers = headersOf(settings);
  app.use((_request: Request, response: Response, next: NextFunction) => {
    response.setHeaders(headers);
    next();
  });
  app.use(logRefusals());
  app.useBodyParser('json', { limit: longestJson });
  app.useBodyParser('urlencoded', { limit: longestForm, extended: true });
  app.use((request: Request, _response: Response, next: NextFunction) => {
    // What comes as something that nobody parses has no fields.
    request.body ??= {};
    next();
  });
  app.use(refuseNesting);
  app.useGlobalPipes(
    new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }),
  );
  app.useGlobalFilters(new PageFilter(app.getHttpAdapter()));
  app.useStaticAssets(join(packageRoot, 'src', 'web', 'assets'), { prefix: '/assets/' });
  app.useStaticAssets(dirname(fileURLToPath(import.meta.resolve('htmx.org'))), {
    prefix: '/assets/',
  });
}
