import { Type } from 'class-transformer';
import { IsIn, IsInt, IsUUID } from 'class-validator';
import { IsText } from './text.js';

const code = 100;

export class CyclePath {
  @IsText(code)
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

export class ReportPath extends CyclePath {
  @IsUUID()
  readonly report!: string;
}

export class PhasePath extends CyclePath {
  @IsText(code)
  readonly phase!: string;
}

export class UnitPath extends CyclePath {
  @IsText(code)
  readonly unit!: string;
}

export class AssignmentPath extends UnitPath {
  @IsText(code)
  readonly assessor!: string;
}

export class HandOverPath extends AssignmentPath {
  @IsText(code)
  readonly to!: string;
}

export class ReviewPath extends UnitPath {
  @IsText(code)
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
  @IsText(code)
  readonly phase!: string;
}

export class ProposalQuery {
  /** How many assessors a unit is to have in the end. */
  @Type(() => Number)
  @IsIn([1, 2])
  readonly perUnit: 1 | 2 = 1;
}
