import { IsOptional, IsString, MaxLength } from 'class-validator';

const text = 1000;

/** What is left out is empty: that is said beside the field, in words. */
export class SignInForm {
  @IsOptional()
  @IsString()
  @MaxLength(text)
  readonly email: string = '';

  @IsOptional()
  @IsString()
  @MaxLength(text)
  readonly password: string = '';

  @IsOptional()
  @IsString()
  readonly next: string = '/';
}

export class PasswordForm {
  /** For password managers, which keep a password with its address. */
  @IsOptional()
  @IsString()
  readonly email: string = '';

  @IsOptional()
  @IsString()
  @MaxLength(text)
  readonly old: string = '';

  @IsOptional()
  @IsString()
  @MaxLength(text)
  readonly fresh: string = '';

  @IsOptional()
  @IsString()
  @MaxLength(text)
  readonly again: string = '';
}
