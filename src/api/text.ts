import { Transform } from 'class-transformer';
import { applyDecorators } from '@nestjs/common';
import { IsString, Matches, MaxLength, type ValidationOptions } from 'class-validator';
import { dateProblem } from '../cycle/date-problem.js';

/** NUL and half a surrogate pair are no characters: no column takes them. */
const characters = /^[^\0\p{Cs}]*$/u;

export function isCharacters(text: string): boolean {
  return characters.test(text);
}

/** `2025-09-30`, to the end of that day, or `2025-09-30T16:00`. */
export function isMoment(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?$/.test(text) && dateProblem(text) === null;
}

/** A text that a column takes, of at most so many characters. */
export function IsText(longest: number, options: ValidationOptions = {}): PropertyDecorator {
  const message = '$property must hold nothing but characters';
  return applyDecorators(
    IsString(options),
    MaxLength(longest, options),
    Matches(characters, { ...options, message }),
  );
}

/** The same for what has to say something. */
export function IsSaid(longest: number): PropertyDecorator {
  const message = '$property must not be empty';
  return applyDecorators(IsText(longest), Matches(/\S/, { message }));
}

/** What a preview gave, as it is sent back. */
export function IsFingerprint(): PropertyDecorator {
  return Matches(/^[0-9a-f]{64}$/);
}

/** An HTML form sends line breaks as two characters. */
export const asTyped = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.replace(/\r\n/g, '\n') : value,
);
