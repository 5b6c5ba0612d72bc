import type { CycleFileOrder } from '../assessment/changes/cycle-file-changes.service.js';
import { longestCycleFile } from '../cycle/uploaded-cycle.js';
import { BasisBody, basisOf } from './change-bodies.js';
import { IsFingerprint, IsText } from './text.js';

export class CycleFileBody extends BasisBody {
  /** YAML, as `GET …/file` gives it. */
  @IsText(longestCycleFile)
  readonly file!: string;
}

export class TakenCycleFileBody extends CycleFileBody {
  /** What the preview gave. */
  @IsFingerprint()
  readonly shown!: string;
}

/** Of a body, or of a form that has the same fields. */
export function fileOrderIn(of: Pick<CycleFileBody, 'file' | 'reason' | 'letter'>): CycleFileOrder {
  return { text: of.file, basis: basisOf(of) };
}
