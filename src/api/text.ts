import { applyDecorators } from '@nestjs/common';
import { IsString, Matches, MaxLength, type ValidationOptions } from 'class-validator';

/** NUL and half a surrogate pair are no characters: no column takes them. */
const characters = /^[^\0\p{Cs}]*$/u;

/** A text that a column takes, of at most so many characters. */
export function IsText(longest: number, options: ValidationOptions = {}): PropertyDecorator {
  const message = '$property must hold nothing but characters';
  return applyDecorators(
    IsString(options),
    MaxLength(longest, options),
    Matches(characters, { ...options, message }),
  );
}
