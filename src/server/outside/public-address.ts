import { BlockList, isIP } from 'node:net';

/** Parts of IPv4 that are not the public internet (IANA special-purpose registry, RFC 6890), multicast and what is reserved. */
const NOT_PUBLIC_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;

/** Of IPv6 only what is handed out is public (RFC 4291): so neither loopback, link-local, mapped addresses nor NAT64 are. */
const HANDED_OUT_6 = ['2000::', 3] as const;

/** What of that leads into IPv4 or nowhere: Teredo and its neighbours, documentation, 6to4. */
const NOT_PUBLIC_6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const notPublic = new BlockList();
for (const [net, prefix] of NOT_PUBLIC_4) notPublic.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of NOT_PUBLIC_6) notPublic.addSubnet(net, prefix, 'ipv6');
const handedOut = new BlockList();
handedOut.addSubnet(...HANDED_OUT_6, 'ipv6');

/** Whether an address is on the public internet: the only ones that the site ever connects to. Anything else is no address. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !notPublic.check(address, 'ipv4');
  return version === 6 && handedOut.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
}

const PORTS = [80, 443];

/** Where the site may connect to. */
export const isPublicPlace = (address: string, port: number): boolean =>
  PORTS.includes(port) && isPublicAddress(address);
