import { expect, test } from 'vitest';
import { recogniseLink } from '#domain/channels/link-rules.ts';
import { platformList } from '#domain/channels/platform-list.ts';

const outcome = (text: string) => {
  const found = recogniseLink(platformList, text);
  return found.kind === 'recognised' ? found.platformKey : found.kind;
};

/** Each is meant to be taken for facebook.com/council. */
const lookAlikes = [
  'https://facebook.com.evil.example/council',
  'https://faceb00k.com/council',
  'https://facebook.co/council',
  'https://notfacebook.com/council',
  'https://facebook-com.example/council',
  'https://xn--fcebook-2fg.com/council',
  'https://fаcebook.com/council',
  'https://facebооk.com/council',
  'https://facebook.com:8443/council',
  'https://facebook.com:80/council',
  'http://facebook.com:443/council',
  'https://evil.example/facebook.com/council',
  'https://evil.example/?u=https://facebook.com/council',
  'https://evil.example/#https://facebook.com/council',
  'https://evil.example/https://facebook.com/council',
  'https://facebook.com.ev\u0131l.example/council',
];

test('a host that only looks like a platform is just another website', () => {
  for (const text of lookAlikes) expect(outcome(text), text).toBe('website');
});

test('an address that hides where it leads is refused', () => {
  const tricks = [
    'https://facebook.com@evil.example/council',
    'https://facebook.com:x@evil.example/council',
    'https://evil.example@facebook.com/council',
    'https:facebook.com@evil.example/council',
    'https://evil.example\\@facebook.com/council',
    'https://facebook.com\\council',
    'https:\\\\facebook.com\\council',
    'https://facebook.com./council',
    'https://facebook..com/council',
    'https://.facebook.com/council',
    'https://facebook.com:/council',
    'https://face\tbook.com/council',
    'https://facebook.com/\ncouncil',
    'https://face\u200bbook.com/council',
    'https://facebook.com/cou\u200dncil',
    'https://facebook.com/council\u202e',
    'https://facebook.com/cou\u00adncil',
    'https://facebook.com/council%E2%80%8B',
    'https://ｆａｃｅｂｏｏｋ.com/council',
    'https://facebook。com/council',
    'https://facebook．com/council',
    'https://faceboo\u212a.com/council',
    'https://face\u1d47ook.com/council',
    'https://facebook.com/ｃouncil',
    'https://facebook.com/%EF%BD%83ouncil',
    'https://facebook.com／council',
    'https://x.com/coun\u017fil',
    'https://%66acebook.com/council',
    'https://facebook%2ecom/council',
    'https://facebook.com/evil%2F..%2Fcouncil',
    'https://facebook.com/evil/../council',
    'https://facebook.com/%2e%2e/council',
    'https://facebook.com/./council',
    'https://facebook.com/council%00',
    'https://facebook.com/council%0a',
    'https://facebook.com/profile.php%3Fid=12345',
    'https://facebook.com/%zz',
    'https://facebook.com/council https://evil.example/',
    'https://evil.example https://facebook.com/council',
    'evil.example https://facebook.com/council',
    'javascript:alert(1)',
    'javascript://facebook.com/council',
    'javascript: https://facebook.com/council',
    'data:text/html,https://facebook.com/council',
    'ftp://facebook.com/council',
    'blob:https://facebook.com/council',
    'view-source:https://facebook.com/council',
    'https://1.2.3.4/council',
    'https://0x7f.1/council',
    'https://[::1]/council',
    'https://localhost/council',
    '//',
    'https://',
    'http://instagram/council',
    '#NAME?',
    '',
    '   ',
    `https://facebook.com/${'a'.repeat(3000)}`,
  ];
  for (const text of tricks) expect(outcome(text), JSON.stringify(text)).toBe('unreadable');
});

test('a refusal says what is wrong, so that the person knows what to do next', () => {
  const reasons: Record<string, RegExp> = {
    '': /Paste a link/,
    'https://face\u200bbook.com/council': /hidden characters/,
    'https://ｆacebook.com/council': /only look like ordinary letters/,
    'https://facebook.com@evil.example/council': /a name before the @/,
    'https://facebook.com\\council': /backslash/,
    'https://facebook.com/council/../evil': /hidden steps/,
    'https://facebook.com/council evil': /a space in it/,
    'javascript:alert(1)': /not this/,
    'http://instagram/council': /not a whole address/,
    '0123': /whole phone number/,
  };
  for (const [text, reason] of Object.entries(reasons)) {
    expect(recogniseLink(platformList, text), text).toMatchObject({ sentence: expect.stringMatching(reason) });
  }
});

test('a real host with a handle that is nearly ours is not ours', () => {
  const nearly = [
    'cοuncil',
    'council%2541',
    'council%20',
    'council+',
    'council$',
    'council,evil',
    'council;evil',
    'cóuncil',
  ];
  for (const handle of nearly) expect(outcome(`https://facebook.com/${handle}`), handle).toBe('not-a-handle');
});

test('an odd or endless text is answered quickly, and never with an error', () => {
  const started = performance.now();
  const pieces = [
    'a',
    '.',
    '/',
    '-',
    '@',
    '%',
    '1',
    ' ',
    '(',
    'é',
    '\ud800',
    '#!',
    '?',
    '=',
    ':',
    'https:',
    '{handle}',
    '$&',
  ];
  for (const piece of pieces) {
    for (const other of pieces) {
      const text = `https://facebook.com/${(piece + other).repeat(400)}`.slice(0, 1999);
      expect(() => recogniseLink(platformList, text)).not.toThrow();
      expect(() => recogniseLink(platformList, text.slice(21))).not.toThrow();
    }
  }
  expect((performance.now() - started) / (2 * pieces.length ** 2)).toBeLessThan(10);
});
