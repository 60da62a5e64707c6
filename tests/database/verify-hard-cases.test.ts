import { expect, test } from 'vitest';
import { channel, withChannels } from '#tests/support/channel-register.ts';
import { forEachEngine } from '#tests/support/engines.ts';

const REGISTER = [
  channel('X', 'https://x.com/newtown'),
  channel('Page', 'https://www.facebook.com/newtown'),
  channel('Video', 'https://www.youtube.com/channel/UCDY5Q4Jh8e20M-r3Y_MsBsw'),
  channel('Pictures', 'https://www.instagram.com/newtown'),
  channel('Server', 'https://discord.gg/AbCdEf'),
  channel('Toots', 'https://mastodon.social/@newtown'),
  channel('Tickets', 'https://www.eventbrite.co.uk/o/newtown-17374914952'),
  channel('Website', 'https://www.newtown.example/'),
  channel('Bins', 'https://www.newtown.example/bins'),
  channel('Post', 'hello@newtown.example'),
  channel('Phone', '01632 960123'),
];

/** What somebody may paste, by the answer it must get: `ours`, `not-ours`, or what the sentence of an unknown one says. */
const CASES: Record<string, [answer: string | RegExp, links: string[]]> = {
  'the same place in another spelling': [
    'ours',
    [
      'https://x.com/NEWTOWN',
      'https://x.com:443/newtown',
      'http://x.com:80/newtown',
      'https://x.com/new%74own',
      'https://x.com//newtown',
      'https://x.com/newtown?redirect=//evil.example',
      'https://x.com/newtown#evil',
      'https://facebook.com/New.Town',
      'https://www.youtube.com/channel/UCDY5Q4Jh8e20M-r3Y_MsBsw/videos',
      'https://www.eventbrite.com/o/another-name-17374914952',
      'https://NEWTOWN.example/?utm_source=leaflet',
      'http://newtown.example/bins/',
      'HELLO@NEWTOWN.EXAMPLE',
      'mailto:hello@newtown.example?Subject=Bins%20%26%20paper&body=Two%0D%0Alines',
      'tel:+441632960123',
    ],
  ],
  'capitals, where the platform tells them apart': [
    'not-ours',
    ['https://www.youtube.com/channel/ucdy5q4jh8e20m-r3y_msbsw', 'https://discord.gg/abcdef'],
  ],
  'another account where we have one': [
    'not-ours',
    [
      'https://x.com/newtown_',
      'https://x.com/newt0wn',
      'https://x.com/evil?u=newtown',
      'https://x.com/evil#newtown',
      'https://mastodon.online/@newtown',
      'https://www.facebook.com/groups/newtown',
      'https://www.eventbrite.com/o/newtown-17374914953',
    ],
  ],
  'links that pass people on': [
    /passes you on/,
    [
      'https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.facebook.com%2Fnewtown&h=AT0',
      'https://lm.facebook.com/l.php?u=https%3A%2F%2Fx.com%2Fnewtown',
      'https://l.instagram.com/?u=https%3A%2F%2Fx.com%2Fnewtown',
      'https://www.google.com/url?q=https://x.com/newtown',
      'https://google.com/url?sa=t&url=https%3A%2F%2Fx.com%2Fnewtown',
      'https://www.youtube.com/redirect?q=https://x.com/newtown',
      'https://www.linkedin.com/redir/redirect?url=https://x.com/newtown',
      'https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.com%2Fnewtown',
      'https://web.archive.org/web/2020/https://x.com/newtown',
      'https://evil.example/https://x.com/newtown',
    ],
  ],
  'short links': [/short link/, ['https://t.co/AbCdEf', 'https://bit.ly/newtown', 'https://youtu.be/abc']],
  'tricks with the @': [
    /name before the @/,
    [
      'https://x.com@evil.example',
      'https://x.com@evil.example/newtown',
      'https://x.com:443@evil.example/newtown',
      'https://x.com:pass@evil.example/newtown',
      'https://evil.example@x.com/newtown',
      'https://newtown.example@x.com/newtown',
    ],
  ],
  'hosts that only look like it': [
    /in none of our channels/,
    [
      'https://x.com.evil.example/newtown',
      'https://newtown.example.evil.example/',
      'https://newtown-example.translate.goog/',
      'https://newtown.exampIe/',
      'https://x.com:8443/newtown',
      'https://x.com:80/newtown',
      'https://newtown.example:8443/',
      'https://evil.x.com/newtown',
      'https://newtown.x.com/',
      'https://news.newtown.example/',
      'https://music.youtube.com/channel/UCDY5Q4Jh8e20M-r3Y_MsBsw',
      'hello+x@newtown.example',
      'hello@newtown.example.evil.example',
      '@newtown@mastodon.sociaI',
    ],
  ],
  'letters of other scripts in a host, also as punycode': [
    /not plain ones/,
    [
      'https://nеwtown.example/',
      'https://www.nëwtown.example/bins',
      'https://xn--newtwn-jbb.example/',
      'https://xn--x-7sb.com/newtown',
    ],
  ],
  'letters of other scripts elsewhere': [
    /not the address of an account|do not know this name|may only look like/,
    ['https://x.com/nеwtown', 'https://x.com/nеԝtoԝn', 'nеwtown', 'hello@nеwtown.example', 'hеllo@newtown.example'],
  ],
  'letters in disguise': [
    /only look like ordinary letters/,
    ['https://ｘ.com/newtown', 'https://x.com/ｎewtown', 'https://x.com／newtown', 'https://faceboo\u212a.com/newtown'],
  ],
  'characters that nobody sees': [
    /hidden characters/,
    [
      'https://x.com/newtown\u200b',
      'https://x.com/new\u00adtown',
      'https://x.com/\u202enwotwen',
      'https://x\u2060.com/newtown',
      'https://\u2066x.com\u2069/newtown',
    ],
  ],
  'an address that is not written as it should be': [
    /not written as it should be|hidden steps|backslash|cannot read|not a whole address|not the address of an account/,
    [
      'https://x.com./newtown',
      'https://x.com%40evil.example/newtown',
      'https://x%2ecom/newtown',
      'https://x.com:/newtown',
      'https://x。com/newtown',
      'https://x.com\\newtown',
      'https:\\\\x.com\\newtown',
      'https://x.com\\@evil.example/newtown',
      'https://x.com/newtown%2F..%2Fevil',
      'https://x.com/evil/../newtown',
      'https://x.com/%2e%2e/newtown',
      'https://x.com/newtown%00',
      'https://x.com/newtown%E2%80%8B',
      'https://x.com/%E2%80%AEnewtown',
      'https://x.com/newtown%20',
      'https://x.com/newtown;evil',
      'https://1076574838/newtown',
      'https://[::ffff:1.2.3.4]/newtown',
      'x[.]com/newtown',
    ],
  ],
  'what is under ours, or names us': [
    /we vouch for whole channels|names our account|A name alone|know one of ours there by its number/,
    [
      'https://www.newtown.example/redirect?to=https://evil.example',
      'https://newtown.example//evil.example',
      'https://newtown.example/Bins',
      'https://x.com/newtown/status/1',
      'https://youtube.com/@newtown',
      '@newtown',
    ],
  ],
  'letters to others besides': [
    /to somebody else besides/,
    [
      'mailto:hello@newtown.example?cc=evil@evil.example',
      'mailto:hello@newtown.example?subject=Bins&bcc=evil@evil.example',
      'mailto:evil@evil.example?to=hello@newtown.example',
      'mailto:hello@newtown.example?%63c=evil@evil.example',
      'mailto:hello@newtown.example?subject=Bins&amp;cc=evil@evil.example',
      'mailto:hello@newtown.example?subject=Bins%0D%0ACc:evil@evil.example',
      'mailto:hello@newtown.example?subject=%E2%80',
      'hello@newtown.example?cc=evil@evil.example',
    ],
  ],
  'what is no address': [
    /not this/,
    [
      'javascript:alert("https://x.com/newtown")//',
      'hxxps://x.com/newtown',
      'data:text/html,x.com/newtown',
      'ftp://x.com/newtown',
    ],
  ],
};

forEachEngine((open) => {
  test('the hard cases get the answer that keeps people safe: never yes by accident', async () => {
    const { ask } = await withChannels(open, REGISTER);
    for (const [what, [answer, links]] of Object.entries(CASES))
      for (const link of links) {
        const { verdict, sentence } = await ask(link);
        const asked = `${what}: ${JSON.stringify(link)}`;
        if (typeof answer === 'string') expect(verdict, asked).toBe(answer);
        else expect([verdict, sentence], asked).toEqual(['unknown', expect.stringMatching(answer)]);
      }
  });
});
