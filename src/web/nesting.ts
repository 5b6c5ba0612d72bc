import { BadRequestException } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/** Three times what the deepest of our bodies needs, an order with the people of a unit. */
const deepest = 20;

/**
 * Refuses a body that goes down without an end before anybody walks through it: each step down is a call, and tens
 * of thousands of them fit into a body.
 */
export function refuseNesting({ body }: Request, _response: Response, next: NextFunction): void {
  next(
    isDeeper(body, deepest) ? new BadRequestException('The body is nested too deeply.') : undefined,
  );
}

function isDeeper(value: unknown, than: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return than === 0 || Object.values(value).some((each) => isDeeper(each, than - 1));
}
