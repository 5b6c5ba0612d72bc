import { Type } from 'class-transformer';
import { IsInt, IsUUID } from 'class-validator';
import { UnitPath } from '../../api/paths.js';

export class AnswerPath extends UnitPath {
  @Type(() => Number)
  @IsInt()
  readonly indicator!: number;
}

export class EvidencePath extends UnitPath {
  @IsUUID()
  readonly evidence!: string;
}
