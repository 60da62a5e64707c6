import { expect, test } from 'vitest';
import { isPublicAddress, isPublicPlace } from '#server/outside/public-address.ts';

test.each([
  '8.8.8.8',
  '93.184.215.14',
  '172.15.255.255',
  '172.32.0.1',
  '100.63.255.255',
  '100.128.0.1',
  '2606:2800:21f:cb07:6820:80da:af6b:8b2c',
  '2a00:1450:4009:81f::200e',
])('%s is on the public internet', (address) => expect(isPublicAddress(address)).toBe(true));

test.each([
  ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  ...['169.254.169.254', '100.64.0.1', '192.0.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.7', '203.0.113.7'],
  ...['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255', '192.88.99.1'],
  ...['::', '::1', 'fe80::1', 'fc00::1', 'fd12:3456::1', 'ff02::1', 'fec0::1'],
  ...['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::1'],
  ...['2001::1', '2001:db8::1', '2002:7f00:1::', '3fff::1', '100::1', '4000::1'],
  ...['', 'localhost', '2130706433', '0177.0.0.1', '0x7f.1', '1.1.1', 'fe80::1%eth0'],
])('“%s” is not', (address) => expect(isPublicAddress(address)).toBe(false));

test('only the ports of the web are asked', () => {
  expect([80, 443, 8080, 22, 0].map((port) => isPublicPlace('8.8.8.8', port))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(isPublicPlace('127.0.0.1', 80)).toBe(false);
});
