import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, ValidateNested } from 'class-validator';
import { IsText } from './text.js';

const code = 100;
const many = 1_000;

class TriedLevelBody {
  @IsInt()
  readonly indicator!: number;

  @IsText(code)
  readonly level!: string;
}

export class WhatIfBody {
  /** `jikaSemuaKlaimDiterima` when nothing is said. */
  @IsOptional()
  @IsText(code)
  readonly basis: string | null = null;

  @IsArray()
  @ArrayMaxSize(many)
  @ValidateNested({ each: true })
  @Type(() => TriedLevelBody)
  readonly levels!: TriedLevelBody[];
}

export class WaysBody {
  @IsOptional()
  @IsText(code)
  readonly basis: string | null = null;

  /** `target`, `predikat` for the next one, or an index such as `4.20`. */
  @IsText(code)
  readonly goal!: string;
}
