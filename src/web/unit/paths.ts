import { Type } from 'class-transformer';
import { IsInt, IsUUID } from 'class-validator';
import { IsText } from '../../api/text.js';

const code = 100;

export class UnitPath {
  @IsText(code)
  readonly cycle!: string;

  @IsText(code)
  readonly unit!: string;
}

export class AnswerPath extends UnitPath {
  @Type(() => Number)
  @IsInt()
  readonly indicator!: number;
}

export class EvidencePath extends UnitPath {
  @IsUUID()
  readonly evidence!: string;
}
