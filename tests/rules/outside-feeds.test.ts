import { expect, test } from 'vitest';
import { readFeedFile } from '#server/outside-posts/feed-file.ts';

const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:dc="d" xmlns:content="c"><channel><title>Blog</title>
<item><guid isPermaLink="false">one</guid><title>Bins &amp; buses</title><link>https://blog.example/one</link>
<pubDate>Wed, 02 Oct 2024 13:00:00 GMT</pubDate><dc:creator>Mo Ali</dc:creator><category>Bins</category><category>Buses</category>
<content:encoded><![CDATA[<p>We <b>tried</b> <a href="/it">it</a>.</p>]]></content:encoded></item>
<item><title>No key</title><description>x</description></item></channel></rss>`;

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title><entry><id>urn:1</id><title type="text">One</title>
<link rel="self" href="https://blog.example/1.atom"/><link href="https://blog.example/1"/><updated>2024-10-02T13:00:00Z</updated>
<author><name>Mo Ali</name></author><category term="bins"/><content type="html">&lt;p&gt;Words&lt;/p&gt;</content></entry></feed>`;

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  items: [{ id: 1, url: 'https://blog.example/1', title: 'One', content_html: '<p>Words</p>', tags: ['bins'] }],
});

const read = (file: string) => readFeedFile(file, 'UTC');

test('RSS, Atom and JSON Feed are read alike', () => {
  expect(read(RSS)).toMatchObject([
    {
      post: {
        key: 'one',
        title: 'Bins & buses',
        text: 'We **tried** [it](https://blog.example/it).',
        publishedAt: new Date('2024-10-02T13:00:00Z'),
        authors: ['Mo Ali'],
        tags: ['bins', 'buses'],
        url: 'https://blog.example/one',
      },
    },
    { kind: 'left-out', sentence: 'It has neither an id nor a link.' },
  ]);
  const one = { title: 'One', text: 'Words', tags: ['bins'], url: 'https://blog.example/1' };
  expect(read(ATOM)).toMatchObject([{ post: { ...one, key: 'urn:1', publishedAt: new Date('2024-10-02T13:00:00Z') } }]);
  expect(read(JSON_FEED)).toMatchObject([
    { post: { ...one, key: '1', publishedAt: null, remarks: ['It has no date that can be read.'] } },
  ]);
});

test('what is no feed, or a trap, is one sentence', () => {
  const bomb = `<!DOCTYPE a [${Array.from({ length: 12 }, (_, n) => `<!ENTITY e${n} "${`&e${n - 1};`.repeat(10)}">`).join('')}]><rss><channel><item><title>&e11;</title></item></channel></rss>`;
  for (const file of ['', '<html></html>', '{"items":[]}', '{', '<rss', 'plain words', bomb]) {
    const answer = read(file);
    expect(typeof answer === 'string' ? answer : answer.map(({ kind }) => kind)).toSatisfy(
      (said: unknown) => (typeof said === 'string' && said.startsWith('This is no feed')) || Array.isArray(said),
    );
  }
});
