import { isIP } from 'node:net';
import { isPrivateAddress } from '../../platform/private-address.js';

export type AddressFlaw =
  'no_address' | 'too_long' | 'not_https' | 'with_password' | 'private' | 'known' | 'too_many';

const longest = 2000;

/**
 * What can be seen without asking a name server; where a name leads is looked at whenever something is sent.
 * @param allowPrivate also this machine and private networks, and without TLS
 */
export function addressFlaw(given: string, allowPrivate: boolean): AddressFlaw | null {
  if (given.length > longest) return 'too_long';
  const url = URL.parse(given);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return 'no_address';
  if (url.username !== '' || url.password !== '') return 'with_password';
  if (allowPrivate) return null;
  if (isPrivateHost(url.hostname)) return 'private';
  return url.protocol === 'https:' ? null : 'not_https';
}

function isPrivateHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (isIP(bare) !== 0) return isPrivateAddress(bare);
  return bare === 'localhost' || bare.endsWith('.localhost') || !bare.includes('.');
}
