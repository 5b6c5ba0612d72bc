import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { longestName } from '../assessment/target/target.store.js';
import { heaviest, lightest } from '../domain/target/effort.js';
import { CyclePath } from './paths.js';
import { IsSaid, IsText } from './text.js';

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

class EffortBody {
  @IsInt()
  readonly indicator!: number;

  @IsInt()
  @Min(lightest)
  @Max(heaviest)
  readonly effort!: number;

  /** At 1 it stays where it is. */
  @IsInt()
  @Min(1)
  @Max(5)
  readonly highest!: number;
}

export class EffortsBody {
  /** Of those that are not mentioned nothing changes. */
  @IsArray()
  @ArrayMaxSize(many)
  @ValidateNested({ each: true })
  @Type(() => EffortBody)
  readonly efforts!: EffortBody[];
}

export class VariantBody extends WhatIfBody {
  @IsSaid(longestName)
  readonly name!: string;
}

export class VariantPath extends CyclePath {
  @IsUUID()
  readonly variant!: string;
}

export class ComparedBody {
  @IsArray()
  @ArrayMaxSize(many)
  @IsUUID(undefined, { each: true })
  readonly variants!: string[];
}
