import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { UnknownCycle } from '../cycle/unknown-cycle.js';
import { Incomplete } from '../domain/assessment/gaps.js';
import { Refusal, type RefusalCode } from '../domain/refusal.js';
import { InputError } from '../platform/input-error.js';

/** Whatever is not named here is a conflict with the state that things are in. */
const statuses: Partial<Record<RefusalCode, number>> = {
  not_found: 404,
  unknown_unit: 404,
  unknown_phase: 404,
  unknown_assessor: 404,
  unknown_indicator: 404,
  unknown_evidence: 404,
  not_allowed: 403,
  incomplete: 422,
  conflict_of_interest: 422,
  level_not_allowed: 422,
  level_not_reached: 422,
  link_not_allowed: 422,
  title_not_allowed: 422,
  external_value: 422,
  not_external: 422,
};

const conflict = 409;

/** The two kinds of no, as answers; everything else is a bug and left to fly. */
@Catch(Refusal, InputError, UnknownCycle)
export class ErrorsFilter implements ExceptionFilter<Refusal | InputError | UnknownCycle> {
  catch(error: Refusal | InputError | UnknownCycle, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const { status, ...body } = answerTo(error);
    response.status(status).json(body);
  }
}

function answerTo(error: Refusal | InputError | UnknownCycle) {
  if (error instanceof UnknownCycle) return { status: 404, code: 'not_found', detail: {} };
  if (error instanceof InputError) {
    const problems = [error, ...error.further].map(({ place, problem }) => ({ ...place, problem }));
    return { status: 422, code: 'wrong_input', problems };
  }
  const { code, detail } = error;
  const gaps = error instanceof Incomplete ? { missing: error.gaps } : {};
  return { status: statuses[code] ?? conflict, code, detail, ...gaps };
}
