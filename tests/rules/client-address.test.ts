import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { clientAddresses, isNetwork, THIS_MACHINE } from '#server/http/client-address.ts';

const askedBy = (remoteAddress: string, said?: string) =>
  ({ socket: { remoteAddress }, headers: said ? { 'x-forwarded-for': said } : {} }) as unknown as IncomingMessage;

test('who is asking is told by a proxy on this machine, or by one that the settings name, and by nobody else', () => {
  const clientAddress = clientAddresses([...THIS_MACHINE, '10.0.0.5', '10.1.0.0/16', '2001:db8:1::/48']);
  for (const proxy of [
    '127.0.0.1',
    '::1',
    '::ffff:127.0.0.1',
    '10.0.0.5',
    '::ffff:10.0.0.5',
    '10.1.2.3',
    '2001:db8:1::7',
  ])
    expect(clientAddress(askedBy(proxy, '198.51.100.9, 192.0.2.1'))).toBe('192.0.2.1');
  for (const stranger of ['10.0.0.6', '192.0.2.77'])
    expect(clientAddress(askedBy(stranger, '192.0.2.1'))).toBe(stranger);
  expect(clientAddress(askedBy('127.0.0.1'))).toBe('127.0.0.1');
});

test('whoever has a whole network of IPv6 addresses is one client', () => {
  const clientAddress = clientAddresses([]);
  const sameHouse = ['2001:db8:7:8::1', '2001:DB8:7:8:9:a:b:c', '2001:db8:7:8:ffff::'].map((one) =>
    clientAddress(askedBy(one)),
  );
  expect(new Set(sameHouse)).toEqual(new Set(['2001:db8:7:8::/64']));
  expect(clientAddress(askedBy('2001:db8:7:9::1'))).not.toBe(sameHouse[0]);
  expect(clientAddress(askedBy('fe80::1%eth0'))).toBe('fe80:0:0:0::/64');
  expect(clientAddress(askedBy('::ffff:192.0.2.1'))).toBe('192.0.2.1');
});

test('an address or a network is told from other words', () => {
  const texts = ['10.0.0.5', '10.0.0.0/8', '2001:db8::/32', '10.0.0.0/40', 'proxy.council.example', '', '10.0.0.0/'];
  expect(texts.filter(isNetwork)).toEqual(['10.0.0.5', '10.0.0.0/8', '2001:db8::/32']);
});
