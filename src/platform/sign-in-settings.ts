import { isIP } from 'node:net';
import { Transform } from 'class-transformer';
import {
  IsOptional,
  IsString,
  Matches,
  Validate,
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { EvidenceEnvironment } from './evidence-settings.js';

/** Another service that knows who people are. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button calls it. */
  readonly name: string;
}

const networks: readonly unknown[] = ['loopback', 'linklocal', 'uniquelocal'];

@ValidatorConstraint()
class AreProxies implements ValidatorConstraintInterface {
  validate(given: unknown): boolean {
    return (
      Array.isArray(given) && given.every((each) => networks.includes(each) || isNetwork(each))
    );
  }

  defaultMessage(): string {
    return 'may name, with commas between them: loopback, linklocal, uniquelocal, addresses, networks such as 10.0.0.0/8; or none';
  }
}

export class SignInEnvironment extends EvidenceEnvironment {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? listed(value) : value))
  @Validate(AreProxies)
  TRUSTED_PROXIES: readonly string[] = ['loopback'];

  @IsOptional()
  // What it says lets people in: nobody on the way may change it.
  @Matches(/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(?=[:/]|$))\S*$/, {
    message: 'must be an https address; plain http on this machine only',
  })
  OIDC_ISSUER?: string;

  @IsOptional()
  OIDC_CLIENT_ID?: string;

  @IsOptional()
  OIDC_CLIENT_SECRET?: string;

  @IsString()
  OIDC_NAME = 'akun instansi';
}

/** What another service cannot be asked without. */
export const neededForOidc = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** Variables without a default. */
export const optionalForSignIn = ['OIDC_ISSUER', ...neededForOidc] as const;

export function oidcOf(values: SignInEnvironment): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_NAME: name } = values;
  if (issuer === undefined) return null;
  const { OIDC_CLIENT_ID: clientId = '', OIDC_CLIENT_SECRET: clientSecret = '' } = values;
  return { issuer, clientId, clientSecret, name };
}

function isNetwork(given: unknown): boolean {
  const [address = '', bits = '0', ...more] = String(given).split('/');
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  return version !== 0 && more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
}

function listed(text: string): readonly string[] {
  if (text.trim() === 'none') return [];
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
