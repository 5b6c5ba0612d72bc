import { IsOptional, Matches } from 'class-validator';
import type { CycleFileOrder } from '../assessment/changes/cycle-file-changes.service.js';
import { longestCycleFile } from '../cycle/uploaded-cycle.js';
import { letterLength, reasonLength } from './change-bodies.js';
import { IsText } from './text.js';

export class CycleFileBody {
  /** YAML, as `GET …/file` gives it. */
  @IsText(longestCycleFile)
  readonly file!: string;

  @IsOptional()
  @IsText(reasonLength)
  readonly reason: string | null = null;

  @IsOptional()
  @IsText(letterLength)
  readonly letter: string | null = null;
}

export class TakenCycleFileBody extends CycleFileBody {
  /** What the preview gave. */
  @Matches(/^[0-9a-f]{64}$/)
  readonly shown!: string;
}

export function fileOrderIn({ file, reason, letter }: CycleFileBody): CycleFileOrder {
  return { text: file, basis: { reason: reason?.trim() || null, letter: letter?.trim() || null } };
}
