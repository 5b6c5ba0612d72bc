import { networkInterfaces } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { isPrivateAddress } from '../../src/platform/private-address.js';

describe('an address', () => {
  it.each([
    ['0.0.0.0', 'nobody’s'],
    ['127.0.0.1', 'this machine'],
    ['127.255.255.254', 'this machine'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'shared by a provider'],
    ['100.127.255.255', 'shared by a provider'],
    ['169.254.169.254', 'link-local, where clouds keep their secrets'],
    ['198.18.0.1', 'a test network'],
    ['224.0.0.1', 'multicast'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'broadcast'],
    ['::', 'nobody’s'],
    ['::1', 'this machine'],
    ['::ffff:127.0.0.1', 'this machine, mapped'],
    ['::ffff:7f00:1', 'the same, in hex'],
    ['::ffff:8.8.8.8', 'mapped'],
    ['::127.0.0.1', 'compatible, of old'],
    ['64:ff9b::7f00:1', 'NAT64'],
    ['64:ff9b:1::1', 'NAT64 of one’s own'],
    ['2002:7f00:1::', '6to4'],
    ['2001:0:4136:e378::', 'Teredo'],
    ['fc00::1', 'unique local'],
    ['fdff::1', 'unique local'],
    ['fe80::1%eth0', 'link-local, with a zone'],
    ['fec0::1', 'site-local, of old'],
    ['ff02::1', 'multicast'],
    ['localhost', 'no address at all'],
  ])('%s is private: %s', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each(['8.8.8.8', '172.15.255.255', '172.32.0.1', '100.63.0.1', '103.10.64.1'])(
    '%s is on the Internet',
    (address) => {
      expect(isPrivateAddress(address)).toBe(false);
    },
  );

  it.each(['2606:4700::1111', '2400:cb00::1', '2a00:1450:4001::200e'])(
    '%s is on the Internet',
    (address) => {
      expect(isPrivateAddress(address)).toBe(false);
    },
  );

  it('of this machine is private, whatever network it is in', () => {
    const own = Object.values(networkInterfaces()).flatMap((each) => each ?? []);

    expect(own.filter(({ address }) => !isPrivateAddress(address))).toEqual([]);
  });
});
