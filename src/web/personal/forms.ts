import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional, IsUUID } from 'class-validator';
import { IsText } from '../../api/text.js';
import { silenceableKinds, type NoticeKind } from '../../domain/notice-kind.js';
import { scopes, type Scope } from '../../people/scope.js';

/** A form brings one box that is ticked as a text, several as a list, and none as nothing. */
export class WantedForm {
  @Transform(({ value }: { value: unknown }) => (value === undefined ? [] : [value].flat()))
  @ArrayMaxSize(silenceableKinds.length)
  @IsIn([...silenceableKinds], { each: true })
  readonly wanted: readonly NoticeKind[] = [];
}

const text = 1000;
/** How long a token may last: always for a while only. */
export const tokenDays = [7, 30, 90, 365] as const;

/** What is left out is said beside the field, in words. */
export class TokenForm {
  @IsOptional()
  @IsText(text)
  readonly name: string = '';

  @Transform(({ value }: { value: unknown }) => (value === undefined ? [] : [value].flat()))
  @ArrayMaxSize(scopes.length)
  @IsIn([...scopes], { each: true })
  readonly scopes: readonly Scope[] = [];

  @Type(() => Number)
  @IsIn(tokenDays)
  readonly days: number = 90;
}

export class TokenPath {
  @IsUUID()
  readonly token!: string;
}
