import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsUUID } from 'class-validator';
import { IsText } from '../../api/text.js';
import { CyclePath } from '../cycle-path.js';

const code = 100;

export class ReviewPath extends CyclePath {
  @IsText(code)
  readonly phase!: string;

  @IsText(code)
  readonly unit!: string;
}

export class ReviewedPath extends ReviewPath {
  @Type(() => Number)
  @IsInt()
  readonly indicator!: number;
}

export class PiecePath extends CyclePath {
  @IsUUID()
  readonly evidence!: string;
}

export class ThreadPath extends CyclePath {
  @Type(() => Number)
  @IsInt()
  readonly indicator!: number;
}

/** Ticked boxes: one of them comes as a text, several as a list, none not at all. */
export class AgreeForm {
  @Transform(({ value }: { value: unknown }) =>
    (Array.isArray(value) ? value : [value]).map(Number),
  )
  @IsArray()
  @ArrayMaxSize(1000)
  @IsInt({ each: true })
  readonly indicator: number[] = [];
}
