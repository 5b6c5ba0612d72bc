import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { IsOptional, IsString, Matches } from 'class-validator';
import { InputError } from './input-error.js';
import { SignInEnvironment } from './sign-in-settings.js';

/** What stands above and below a letter of the office. What nobody set is left out. */
export interface Letterhead {
  /** PEMERINTAH KOTA PEKALONGAN */
  readonly government: string;
  readonly office: string;
  readonly address: string;
  /** As a `data:` address. */
  readonly logo: string | null;
  readonly signer: { readonly office: string; readonly name: string; readonly nip: string };
}

export class LetterheadEnvironment extends SignInEnvironment {
  @IsString()
  LETTERHEAD_GOVERNMENT = '';

  @IsString()
  LETTERHEAD_OFFICE = '';

  @IsString()
  LETTERHEAD_ADDRESS = '';

  @IsOptional()
  @Matches(/\.(png|jpe?g)$/i, { message: 'must be the path of a picture: .png, .jpg or .jpeg' })
  LETTERHEAD_LOGO?: string;

  @IsString()
  LETTER_SIGNER_OFFICE = '';

  @IsString()
  LETTER_SIGNER_NAME = '';

  @IsString()
  LETTER_SIGNER_NIP = '';
}

/** Variables without a default. */
export const optionalForLetterhead = ['LETTERHEAD_LOGO'] as const;

export function letterheadOf(values: LetterheadEnvironment): Letterhead {
  return {
    government: values.LETTERHEAD_GOVERNMENT,
    office: values.LETTERHEAD_OFFICE,
    address: values.LETTERHEAD_ADDRESS,
    logo: values.LETTERHEAD_LOGO === undefined ? null : pictureIn(values.LETTERHEAD_LOGO),
    signer: {
      office: values.LETTER_SIGNER_OFFICE,
      name: values.LETTER_SIGNER_NAME,
      nip: values.LETTER_SIGNER_NIP,
    },
  };
}

function pictureIn(path: string): string {
  const type = /\.png$/i.test(path) ? 'png' : 'jpeg';
  try {
    return `data:image/${type};base64,${readFileSync(resolve(path)).toString('base64')}`;
  } catch {
    const place = { file: 'environment', line: null, field: 'LETTERHEAD_LOGO' };
    throw new InputError(place, `there is no file ${path} that can be read`);
  }
}
