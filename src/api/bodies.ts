import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { revisionReasons, type RevisionReason } from '../domain/assessment/verdict.js';

/** A page of text is plenty; the rest belongs into the evidence. */
const longText = 20_000;
const shortText = 2_000;
const code = 100;
const many = 5_000;

export class AnswerBody {
  /** The version that the writer has seen; 0 when there was none. */
  @IsInt()
  @Min(0)
  readonly version!: number;

  @IsOptional()
  @IsString()
  @MaxLength(code)
  readonly level: string | null = null;

  @IsString()
  @MaxLength(longText)
  readonly fact: string = '';

  @IsString()
  @MaxLength(longText)
  readonly analysis: string = '';
}

export class LinkBody {
  @IsInt()
  readonly level!: number;

  @IsString()
  @MaxLength(code)
  readonly unit!: string;

  @IsString()
  @MaxLength(shortText)
  readonly url!: string;

  @IsString()
  @MaxLength(shortText)
  readonly name!: string;
}

export class ReplacementLinkBody {
  @IsString()
  @MaxLength(shortText)
  readonly url!: string;

  @IsString()
  @MaxLength(shortText)
  readonly name!: string;
}

export class ReasonBody {
  @IsString()
  @MaxLength(shortText)
  readonly reason!: string;
}

export class DecisionBody {
  @IsBoolean()
  readonly approved!: boolean;

  @IsString()
  @MaxLength(shortText)
  readonly note: string = '';
}

export class CommentBody {
  @IsString()
  @MaxLength(longText)
  readonly text!: string;

  /** A sanggah. */
  @IsBoolean()
  readonly objection: boolean = false;
}

export class VerdictBody {
  @IsIn(['diterima', 'revisi'])
  readonly verdict!: 'diterima' | 'revisi';

  @IsOptional()
  @IsIn(revisionReasons)
  readonly reason: RevisionReason | null = null;

  @IsString()
  @MaxLength(longText)
  readonly note: string = '';
}

export class ReviewBody {
  @IsInt()
  @Min(0)
  readonly version!: number;

  @IsString()
  @MaxLength(code)
  readonly level!: string;

  @IsString()
  @MaxLength(longText)
  readonly note: string = '';

  @IsBoolean()
  readonly finding: boolean = false;
}

export class AgreeBody {
  @IsArray()
  @ArrayMaxSize(many)
  @IsInt({ each: true })
  readonly indicators!: number[];
}

export class FinishBody {
  @IsString()
  @MaxLength(code)
  readonly phase!: string;

  @IsOptional()
  @IsString()
  @MaxLength(code)
  readonly unit: string | null = null;
}

export class AssignIndicatorBody {
  @IsOptional()
  @IsString()
  @MaxLength(code)
  readonly lead: string | null = null;

  @IsArray()
  @ArrayMaxSize(many)
  @IsString({ each: true })
  readonly supports: string[] = [];

  @IsOptional()
  @IsString()
  @MaxLength(shortText)
  readonly title: string | null = null;
}

export class LokusBody {
  @IsArray()
  @ArrayMaxSize(many)
  @IsString({ each: true })
  readonly units!: string[];
}

export class PhaseUnitsBody {
  @ValidateIf(({ units }: PhaseUnitsBody) => units !== null)
  @IsArray()
  @ArrayMaxSize(many)
  @IsString({ each: true })
  readonly units!: string[] | null;
}

class AssignmentBody {
  @IsString()
  @MaxLength(code)
  readonly assessor!: string;

  @IsString()
  @MaxLength(code)
  readonly unit!: string;
}

export class AssignmentsBody {
  @IsArray()
  @ArrayMaxSize(many)
  @ValidateNested({ each: true })
  @Type(() => AssignmentBody)
  readonly assignments!: AssignmentBody[];
}

export class LevelBody {
  @IsString()
  @MaxLength(code)
  readonly level!: string;

  @IsString()
  @MaxLength(longText)
  readonly note: string = '';
}

export class CopyBody {
  /** The code of the cycle to copy from. */
  @IsString()
  @MaxLength(code)
  readonly from!: string;
}
