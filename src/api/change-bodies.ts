import { applyDecorators } from '@nestjs/common';
import { plainToInstance, Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  Equals,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import type { Order, TimelineCommand } from '../assessment/changes/consequences.js';
import { mostHolidays } from '../cycle/holidays-file.js';
import type { Basis } from '../domain/draft.js';
import { parseOffset } from '../domain/offset.js';
import { IsFingerprint, isMoment, IsSaid, IsText } from './text.js';
import { AddUnitBody, RetireUnitBody } from './unit-bodies.js';

const code = 100;
export const reasonLength = 2_000;
export const letterLength = 100;
const many = 5_000;
const mostReminders = 40;

/** `2025-09-30`, to the end of that day, or `2025-09-30T16:00`; local in the cycle's zone (rule 1). */
export function IsLocalMoment(): PropertyDecorator {
  const validate = (value: unknown): boolean => typeof value === 'string' && isMoment(value);
  const defaultMessage = () =>
    '$property must be a date such as 2025-09-30, or a local time such as 2025-09-30T16:00';
  return applyDecorators(
    ValidateBy({ name: 'isLocalMoment', validator: { validate, defaultMessage } }),
  );
}

function IsOffset(): PropertyDecorator {
  const validate = (value: unknown): boolean =>
    typeof value === 'string' && parseOffset(value) !== null;
  const defaultMessage = () => 'each of $property must be an offset such as H-7, HK-3, H or H+1';
  return ValidateBy({ name: 'isOffset', validator: { validate, defaultMessage } }, { each: true });
}

function IsCalendarDate(): PropertyDecorator {
  const validate = (value: unknown): boolean =>
    typeof value === 'string' && value.length === 10 && isMoment(value);
  const defaultMessage = () => 'each of $property must be a date such as 2025-08-18';
  const options = { name: 'isCalendarDate', validator: { validate, defaultMessage } };
  return ValidateBy(options, { each: true });
}

class RescheduleBody {
  @Equals('reschedule')
  readonly do!: 'reschedule';

  @IsText(code)
  readonly phase!: string;

  @IsOptional()
  @IsLocalMoment()
  readonly opens: string | null = null;

  @IsOptional()
  @IsLocalMoment()
  readonly closes: string | null = null;
}

class ExtendBody {
  @Equals('extend')
  readonly do!: 'extend';

  @IsText(code)
  readonly phase!: string;

  /** None for the shared tasks of the coordinators. */
  @IsOptional()
  @IsText(code)
  readonly unit: string | null = null;

  @IsLocalMoment()
  readonly closes!: string;

  @IsSaid(reasonLength)
  readonly reason!: string;
}

class RemindersBody {
  @Equals('setReminders')
  readonly do!: 'setReminders';

  @IsText(code)
  readonly phase!: string;

  @IsArray()
  @ArrayMaxSize(mostReminders)
  @ArrayUnique()
  @IsOffset()
  readonly reminders!: string[];
}

class HolidaysBody {
  @Equals('setHolidays')
  readonly do!: 'setHolidays';

  /** All of them: what is not named is a working day from now on. */
  @IsArray()
  @ArrayMaxSize(mostHolidays)
  @ArrayUnique()
  @IsCalendarDate()
  readonly holidays!: string[];

  /** Whether days of joint leave are among them; as it was, when it is not said. */
  @IsOptional()
  @IsBoolean()
  readonly jointLeave: boolean | null = null;

  @IsOptional()
  @IsText(letterLength)
  readonly decree: string | null = null;
}

class OverrideBody {
  @Equals('override')
  readonly do!: 'override';

  @IsText(code)
  readonly phase!: string;

  @IsSaid(reasonLength)
  readonly reason!: string;
}

class PauseBody {
  @Equals('pause')
  readonly do!: 'pause';
}

class ResumeBody {
  @Equals('resume')
  readonly do!: 'resume';
}

const bodies: Readonly<Record<TimelineCommand['do'], new () => TimelineCommand>> = {
  reschedule: RescheduleBody,
  extend: ExtendBody,
  setReminders: RemindersBody,
  setHolidays: HolidaysBody,
  override: OverrideBody,
  pause: PauseBody,
  resume: ResumeBody,
  addUnit: AddUnitBody,
  retireUnit: RetireUnitBody,
};

/** What says that it is none of the others. */
class UnknownBody {
  @IsIn(Object.keys(bodies))
  readonly do!: string;
}

/** Each as what it says that it is; what is no object says nothing. A discriminator of `Type` breaks off at a null. */
function asTheySay(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((each: unknown) => {
    const isObject = typeof each === 'object' && each !== null && !Array.isArray(each);
    const said: { readonly do?: unknown } = isObject ? each : {};
    const [, body = UnknownBody] = Object.entries(bodies).find(([name]) => name === said.do) ?? [];
    return plainToInstance<object, object>(body, said);
  });
}

/** On what an order rests. */
export class BasisBody {
  @IsOptional()
  @IsText(reasonLength)
  readonly reason: string | null = null;

  /** The number of the letter that it rests on, `060/040/III/2025`. */
  @IsOptional()
  @IsText(letterLength)
  readonly letter: string | null = null;
}

/** What is to be done, in its order: all of it or nothing. */
export class CommandsBody extends BasisBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(many)
  @ValidateNested({ each: true })
  @Transform(({ value }: { value: unknown }) => asTheySay(value))
  readonly commands!: TimelineCommand[];
}

export class TakenBody extends CommandsBody {
  /** What the preview gave. */
  @IsFingerprint()
  readonly shown!: string;
}

/** In either of them. */
export function orderIn({ commands, reason, letter }: CommandsBody): Order {
  return { commands, basis: basisOf({ reason, letter }) };
}

/** Said in nothing but spaces, it is not said. */
export function basisOf({ reason, letter }: Basis): Basis {
  return { reason: reason?.trim() || null, letter: letter?.trim() || null };
}
