import { Type } from 'class-transformer';
import { IsInt, IsString, IsUUID, MaxLength } from 'class-validator';

const code = 100;

export class UnitPath {
  @IsString()
  @MaxLength(code)
  readonly cycle!: string;

  @IsString()
  @MaxLength(code)
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
