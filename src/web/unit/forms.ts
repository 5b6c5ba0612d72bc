import { IsIn, IsInt, IsOptional, Min } from 'class-validator';
import { Type } from 'class-transformer';
import { asTyped, IsSaid, IsText } from '../../api/text.js';

const longText = 20_000;
const shortText = 2_000;

export class AnswerForm {
  @Type(() => Number)
  @IsInt()
  @Min(0)
  readonly version!: number;

  @IsOptional()
  @IsIn(['1', '2', '3', '4', '5'])
  readonly level?: string;

  @asTyped
  @IsText(longText)
  readonly fact: string = '';

  @asTyped
  @IsText(longText)
  readonly analysis: string = '';

  /** Without script the form also holds a file, which is sent by a button of its own. */
  @IsOptional()
  @IsIn(['1', '2', '3', '4', '5'])
  readonly evidenceLevel?: string;

  @IsOptional()
  @IsText(shortText)
  readonly file?: string;
}

export class LinkForm {
  @Type(() => Number)
  @IsInt()
  readonly level!: number;

  @IsText(100)
  readonly unit!: string;

  @IsSaid(shortText)
  readonly name!: string;

  @IsText(shortText)
  readonly url!: string;
}

export class ReasonForm {
  @IsSaid(shortText)
  readonly reason!: string;
}

export class CommentForm {
  @asTyped
  @IsSaid(longText)
  readonly text!: string;

  @IsOptional()
  @IsIn(['yes'])
  readonly objection?: string;
}

export class StartForm {
  @IsText(100)
  readonly from!: string;
}

export class PhaseForm {
  @IsText(100)
  readonly phase!: string;
}
