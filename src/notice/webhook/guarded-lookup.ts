import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivateAddress } from '../../platform/private-address.js';

export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';

  constructor() {
    // Not which address: that would be a way to ask for names of the inner network.
    super('it leads to a private network, which is not allowed');
  }
}

/**
 * What was checked is what is connected to: a second answer of the name server, which could differ, is never
 * asked for. One private address among several is enough to refuse them all.
 */
export const guardedLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) {
      callback(error, []);
      return;
    }
    const [first] = found;
    if (!first || found.some(({ address }) => isPrivateAddress(address))) {
      callback(new AddressRefused(), []);
    } else if (options.all) callback(null, found);
    else callback(null, first.address, first.family);
  });
};

/** Nobody looks up what is an address already. @throws AddressRefused */
export function refusePrivateLiteral({ hostname }: URL): void {
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0 && isPrivateAddress(bare)) throw new AddressRefused();
}
