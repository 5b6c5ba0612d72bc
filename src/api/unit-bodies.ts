import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  Equals,
  IsArray,
  IsDefined,
  IsOptional,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import type { Person, Unit } from '../domain/people.js';
import { isAllowed, type TextKind } from '../platform/schemas.js';

const mostAdmins = 50;

const expected: Readonly<Record<TextKind, string>> = {
  code: 'up to 64 letters, digits and . _ -, beginning with a letter or digit',
  text: 'a text of 1 to 200 characters in one line',
  email: 'one e-mail address',
};

/** As good as what a file of people may hold. */
function IsAllowed(kind: TextKind): PropertyDecorator {
  const validate = (value: unknown): boolean => typeof value === 'string' && isAllowed(kind, value);
  const defaultMessage = () => `$property must be ${expected[kind]}`;
  return ValidateBy({ name: 'isAllowed', validator: { validate, defaultMessage } });
}

class PersonBody implements Person {
  @IsAllowed('text')
  readonly name!: string;

  @IsAllowed('email')
  readonly email!: string;
}

class UnitBody implements Omit<Unit, 'retired'> {
  @IsAllowed('code')
  readonly code!: string;

  @IsAllowed('text')
  readonly name!: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => PersonBody)
  readonly head: Person | null = null;

  @IsOptional()
  @ValidateNested()
  @Type(() => PersonBody)
  readonly secretary: Person | null = null;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(mostAdmins)
  @ArrayUnique((admin: Partial<Person> | null) => String(admin?.email).toLowerCase())
  @ValidateNested({ each: true })
  @Type(() => PersonBody)
  readonly admins!: Person[];
}

export class AddUnitBody {
  @Equals('addUnit')
  readonly do!: 'addUnit';

  @IsDefined()
  @ValidateNested()
  @Type(() => UnitBody)
  readonly unit!: UnitBody;
}

export class RetireUnitBody {
  @Equals('retireUnit')
  readonly do!: 'retireUnit';

  @IsAllowed('code')
  readonly unit!: string;
}
