import { isIP } from 'node:net';
import { Transform } from 'class-transformer';
import { Validate, ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';
import { EvidenceEnvironment } from './evidence-settings.js';

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
