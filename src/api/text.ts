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

/** The same for what has to say something. */
export function IsSaid(longest: number): PropertyDecorator {
  const message = '$property must not be empty';
  return applyDecorators(IsText(longest), Matches(/\S/, { message }));
}
