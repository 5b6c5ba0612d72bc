import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';

/** IANA's special-purpose registry: this host, private, shared (CGNAT), link-local, tests, multicast, reserved. */
const special4 = listOf('ipv4', [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
]);

/** All that is routed; loopback, local ones, multicast, and IPv4 in disguise (mapped, NAT64) are outside. */
const global6 = listOf('ipv6', ['2000::/3']);
/** Inside it: Teredo and other protocols', examples, and 6to4, which leads to any IPv4 address. */
const special6 = listOf('ipv6', ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']);

/** Whether it leads to this machine, or to a network that is not the Internet. */
export function isPrivateAddress(address: string): boolean {
  const [bare = ''] = address.split('%');
  const family = isIP(bare);
  // What is no address leads who knows where.
  if (family === 0 || isOwn(bare)) return true;
  if (family === 4) return special4.check(bare, 'ipv4');
  return !global6.check(bare, 'ipv6') || special6.check(bare, 'ipv6');
}

function isOwn(address: string): boolean {
  return Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .some((each) => each.address === address);
}

function listOf(family: 'ipv4' | 'ipv6', networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}
