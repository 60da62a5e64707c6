import { expect, test } from 'vitest';
import { canonical } from '#domain/signing/signing-rules.ts';

test('names stand in the order of their UTF-16 units, without white space', () => {
  // The example of RFC 8785, 3.2.3: the order is not that of code points.
  const value = {
    '\u20ac': 'Euro',
    '\r': 'Return',
    '\ufb33': 'Dalet',
    '1': 'One',
    '\u{1f600}': 'Smile',
    '\u0080': 'Control',
    ö: 'O',
  };
  expect(canonical(value)).toBe(
    '{"\\r":"Return","1":"One","\u0080":"Control","ö":"O","€":"Euro","\u{1f600}":"Smile","\ufb33":"Dalet"}',
  );
});

test('lists, nothing, and texts with every sign that must be escaped', () => {
  expect(canonical({ b: [1, true, null, { d: '', c: [] }], a: '"\\\u0007\n/é' })).toBe(
    '{"a":"\\"\\\\\\u0007\\n/é","b":[1,true,null,{"c":[],"d":""}]}',
  );
});
