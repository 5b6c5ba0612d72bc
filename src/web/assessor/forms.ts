import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt } from 'class-validator';

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
