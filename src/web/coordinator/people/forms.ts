import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn } from 'class-validator';
import { IsText } from '../../../api/text.js';

/** More than any field may hold: what is too long is said beside the field. */
const longest = 500;
const mostAdmins = 50;

/** A form with one field of a name sends a text, one with several a list. */
const asList = Transform(({ value }: { value: unknown }) =>
  Array.isArray(value) ? (value as unknown[]) : [value],
);

export class UnitForm {
  @IsIn(['add', 'change'])
  readonly act!: 'add' | 'change';

  @IsText(longest)
  readonly code!: string;

  @IsText(longest)
  readonly name!: string;

  @asList
  @ArrayMaxSize(mostAdmins)
  @IsText(longest, { each: true })
  readonly adminName!: readonly string[];

  @asList
  @ArrayMaxSize(mostAdmins)
  @IsText(longest, { each: true })
  readonly adminEmail!: readonly string[];

  @IsText(longest)
  readonly headName: string = '';

  @IsText(longest)
  readonly headEmail: string = '';

  @IsText(longest)
  readonly secretaryName: string = '';

  @IsText(longest)
  readonly secretaryEmail: string = '';
}

export class AssessorForm {
  @IsIn(['add', 'change'])
  readonly act!: 'add' | 'change';

  @IsText(longest)
  readonly code!: string;

  @IsText(longest)
  readonly name!: string;

  @IsText(longest)
  readonly email!: string;

  /** Empty: none. */
  @IsText(longest)
  readonly home: string = '';
}

export class CoordinatorForm {
  /** The address of who is changed; empty: somebody new. */
  @IsText(longest)
  readonly was: string = '';

  @IsText(longest)
  readonly name!: string;

  @IsText(longest)
  readonly email!: string;
}

export class SekdaForm {
  @IsText(longest)
  readonly name!: string;

  @IsText(longest)
  readonly email!: string;
}

/** Of a page that says what would come of it. */
export class ConfirmedForm {
  /** A code or an address. */
  @IsText(longest)
  readonly who!: string;

  @IsText(longest)
  readonly shown!: string;
}
