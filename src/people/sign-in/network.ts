import { isIPv6 } from 'node:net';

/** What stands for a caller when tries are counted: whoever has one IPv6 address has a whole /64 of them. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(ip)) return ip;
  const [before = '', after = ''] = ip.replace(/%.*$/, '').split('::');
  const groups = (part: string): string[] => part.split(':').filter((group) => group !== '');
  const zeros = Math.max(0, 8 - groups(before).length - groups(after).length);
  const all = [...groups(before), ...Array<string>(zeros).fill('0'), ...groups(after)];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
