import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn } from 'class-validator';
import { silenceableKinds, type NoticeKind } from '../../domain/notice-kind.js';

/** A form brings one box that is ticked as a text, several as a list, and none as nothing. */
export class WantedForm {
  @Transform(({ value }: { value: unknown }) => (value === undefined ? [] : [value].flat()))
  @ArrayMaxSize(silenceableKinds.length)
  @IsIn([...silenceableKinds], { each: true })
  readonly wanted: readonly NoticeKind[] = [];
}
