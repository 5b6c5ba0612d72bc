import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { UnknownCycle } from '../cycle/unknown-cycle.js';
import { Incomplete } from '../domain/assessment/gaps.js';
import { Refusal, type RefusalCode } from '../domain/refusal.js';
import { FileRefused, type FileRefusal } from '../platform/files/file-refused.js';
import { InputError } from '../platform/input-error.js';
import { ScopeMissing } from './needs.js';

/** Whatever is not named here is a conflict with the state that things are in. */
const statuses: Partial<Record<RefusalCode, number>> = {
  not_found: 404,
  unknown_unit: 404,
  unknown_phase: 404,
  unknown_assessor: 404,
  unknown_indicator: 404,
  unknown_evidence: 404,
  not_allowed: 403,
  own_request: 403,
  incomplete: 422,
  conflict_of_interest: 422,
  level_not_allowed: 422,
  level_not_reached: 422,
  link_not_allowed: 422,
  title_not_allowed: 422,
  external_value: 422,
  not_external: 422,
};

const fileStatuses: Readonly<Record<FileRefusal, number>> = {
  file_too_large: 413,
  file_type_not_allowed: 415,
  file_empty: 422,
  file_infected: 422,
  upload_broken: 400,
  scanner_unavailable: 503,
};

const conflict = 409;

/** What a refusal is answered with. */
export function statusOf(code: RefusalCode | FileRefusal): number {
  const known: Partial<Record<RefusalCode | FileRefusal, number>> = {
    ...statuses,
    ...fileStatuses,
  };
  return known[code] ?? conflict;
}

type Expected = Refusal | InputError | UnknownCycle | FileRefused | ScopeMissing;

/** Every expected no, as an answer; everything else is a bug and left to fly. */
@Catch(Refusal, InputError, UnknownCycle, FileRefused, ScopeMissing)
export class ErrorsFilter implements ExceptionFilter<Expected> {
  catch(error: Expected, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const { status, ...body } = answerTo(error);
    response.status(status).json(body);
  }
}

function answerTo(error: Expected) {
  if (error instanceof UnknownCycle) return { status: 404, code: 'not_found', detail: {} };
  if (error instanceof InputError) {
    const problems = [error, ...error.further].map(({ place, problem }) => ({ ...place, problem }));
    return { status: 422, code: 'wrong_input', problems };
  }
  if (error instanceof ScopeMissing) {
    return { status: 403, code: 'scope_missing', detail: { scope: error.needed.join(' ') } };
  }
  const { code, detail } = error;
  const status = statusOf(code);
  if (error instanceof FileRefused) return { status, code, detail };
  const gaps = error instanceof Incomplete ? { missing: error.gaps } : {};
  return { status, code, detail, ...gaps };
}
