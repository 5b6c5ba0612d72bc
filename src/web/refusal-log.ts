import { Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { markOf } from '../platform/mark.js';
import { frameOf } from './visit.js';

const refusals = [401, 403, 429];

/** Who was refused what. The network that they came from is in the log of the proxy. */
export function logRefusals() {
  const log = new Logger('Refused');
  return (request: Request, response: Response, next: NextFunction): void => {
    response.on('finish', () => {
      const { statusCode } = response;
      if (!refusals.includes(statusCode)) return;
      const { path } = (request.route ?? { path: 'no route' }) as { path: string };
      const email = emailOf(request);
      const who = email === undefined ? 'nobody who is known' : markOf(email);
      log.warn(`${statusCode} ${request.method} ${path} to ${who}`);
    });
    next();
  };
}

/** As the guards of pages, and those of the API, have found it out. */
function emailOf(request: Request & { readonly asking?: { readonly email: string } }) {
  return request.asking?.email ?? frameOf(request).visitor?.email;
}
