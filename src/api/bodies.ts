import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { revisionReasons, type RevisionReason } from '../domain/assessment/verdict.js';
import { IsSaid, IsText } from './text.js';

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
  @IsText(code)
  readonly level: string | null = null;

  @IsText(longText)
  readonly fact: string = '';

  @IsText(longText)
  readonly analysis: string = '';
}

export class LinkBody {
  @IsInt()
  readonly level!: number;

  @IsText(code)
  readonly unit!: string;

  @IsText(shortText)
  readonly url!: string;

  @IsSaid(shortText)
  readonly name!: string;
}

export class ReplacementLinkBody {
  @IsText(shortText)
  readonly url!: string;

  @IsSaid(shortText)
  readonly name!: string;
}

export class ReasonBody {
  @IsSaid(shortText)
  readonly reason!: string;
}

export class DecisionBody {
  @IsBoolean()
  readonly approved!: boolean;

  @IsText(shortText)
  readonly note: string = '';
}

export class CommentBody {
  @IsSaid(longText)
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

  @IsText(longText)
  readonly note: string = '';
}

export class ReviewBody {
  @IsInt()
  @Min(0)
  readonly version!: number;

  @IsText(code)
  readonly level!: string;

  @IsText(longText)
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
  @IsText(code)
  readonly phase!: string;

  @IsOptional()
  @IsText(code)
  readonly unit: string | null = null;
}

export class AssignIndicatorBody {
  /** Null: nobody. To be said: without a word nobody loses an indicator. */
  @ValidateIf(({ lead }: AssignIndicatorBody) => lead !== null)
  @IsText(code)
  readonly lead!: string | null;

  @IsArray()
  @ArrayMaxSize(many)
  @IsText(code, { each: true })
  readonly supports: string[] = [];

  @IsOptional()
  @IsText(shortText)
  readonly title: string | null = null;
}

export class LokusBody {
  @IsArray()
  @ArrayMaxSize(many)
  @IsText(code, { each: true })
  readonly units!: string[];
}

export class PhaseUnitsBody {
  @ValidateIf(({ units }: PhaseUnitsBody) => units !== null)
  @IsArray()
  @ArrayMaxSize(many)
  @IsText(code, { each: true })
  readonly units!: string[] | null;
}

class AssignmentBody {
  @IsText(code)
  readonly assessor!: string;

  @IsText(code)
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
  @IsText(code)
  readonly level!: string;

  @IsText(longText)
  readonly note: string = '';
}

export class CopyBody {
  /** The code of the cycle to copy from. */
  @IsText(code)
  readonly from!: string;
}
