import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

export const THIS_MACHINE = ['127.0.0.0/8', '::1'];

/** Whether a text names one address or a network of them, as in `10.0.0.5` or `10.0.0.0/8`. */
export function isNetwork(text: string): boolean {
  if (!/^[\da-f.:]+(\/\d+)?$/.test(text)) return false;
  try {
    listOf([text]);
    return true;
  } catch {
    return false;
  }
}

/**
 * Tells who is asking: the peer, or what a proxy of ours says of it. Of an IPv6 address only the network, since whoever
 * has one address there has them all.
 *
 * @param proxies the addresses and networks of ours.
 */
export function clientAddresses(proxies: readonly string[]) {
  const ours = listOf(proxies);
  return ({ socket: { remoteAddress: peer = '' }, headers }: IncomingMessage): string => {
    const said = headers['x-forwarded-for']?.toString().split(',').at(-1)?.trim();
    return networkOf(said && isIP(peer) && ours.check(peer, familyOf(peer)) ? said : peer);
  };
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    if (prefix === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(prefix), familyOf(address));
  }
  return list;
}

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4');

/** IPv4 inside IPv6 is IPv4. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIPv6(plain) ? `${groupsOf(plain).slice(0, 4).join(':')}::/64` : plain;
}

function groupsOf(address: string): string[] {
  const [head = '', tail] = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1).split('::');
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean));
  const left = 8 - (before?.length ?? 0) - (after?.length ?? 0);
  return [...(before ?? []), ...Array<string>(left).fill('0'), ...(after ?? [])];
}
