import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, IsUUID, MaxLength } from 'class-validator';

const code = 100;

export class CyclePath {
  @IsString()
  @MaxLength(code)
  readonly cycle!: string;
}

export class IndicatorPath extends CyclePath {
  @Type(() => Number)
  @IsInt()
  readonly indicator!: number;
}

export class EvidencePath extends CyclePath {
  @IsUUID()
  readonly evidence!: string;
}

export class PhasePath extends CyclePath {
  @IsString()
  @MaxLength(code)
  readonly phase!: string;
}

export class UnitPath extends CyclePath {
  @IsString()
  @MaxLength(code)
  readonly unit!: string;
}

export class AssignmentPath extends UnitPath {
  @IsString()
  @MaxLength(code)
  readonly assessor!: string;
}

export class HandOverPath extends AssignmentPath {
  @IsString()
  @MaxLength(code)
  readonly to!: string;
}

export class ReviewPath extends UnitPath {
  @IsString()
  @MaxLength(code)
  readonly phase!: string;
}

export class ReviewedEvidencePath extends ReviewPath {
  @IsUUID()
  readonly evidence!: string;
}

export class ReviewedIndicatorPath extends ReviewPath {
  @Type(() => Number)
  @IsInt()
  readonly indicator!: number;
}

export class SettlementPath extends IndicatorPath {
  @IsString()
  @MaxLength(code)
  readonly phase!: string;
}

export class ProposalQuery {
  /** How many assessors a unit is to have in the end. */
  @Type(() => Number)
  @IsIn([1, 2])
  readonly perUnit: 1 | 2 = 1;
}
