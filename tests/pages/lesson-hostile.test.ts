import { expect, test } from 'vitest';
import { newId } from '#server/chance.ts';
import { formOf, whole } from '#tests/support/lesson-form.ts';
import { openTestSite } from '#tests/support/site.ts';

const site = await openTestSite();

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; drop table lessons; --",
  'javascript:alert(1)',
  '[x](javascript:alert(1)) ![y](https://evil.example/pixel.png)',
  '\u202eevil\u0000\u0008 \ud800',
  '{{7*7}} <%= 7 %>',
  '../../../etc/passwd\r\nSet-Cookie: a=b',
  '𝕳𝖔𝖘𝖙 😀'.repeat(30),
];
const TEXTS = ['title', 'tryThis', 'wanted', 'happened', 'why', 'nextTime', 'tags', 'moreAuthors', 'channels'];
const CHOICES = ['lessonId', 'basedOn', 'worked', 'circle', 'meetupId', 'unitIds', 'authors'];

test('hostile words in any field are shown as words, or refused in a sentence', async () => {
  const sam = await site.signedIn('sam@council.example');
  const blank = whole(formOf(await sam.get('/lessons/new')));
  for (const name of [...TEXTS, ...CHOICES]) {
    site.clock.forward(1); // there is a limit on previews a minute
    for (const words of HOSTILE) {
      const form = { ...blank, lessonId: newId(), [name]: words };
      for (const action of ['preview', 'publish'] as const) {
        const answer = await sam.send('/lessons/new', `lessons.${action}`, form);
        expect([200, 303, 400, 422], `${name}: ${words}`).toContain(answer.status);
        const page = answer.status === 303 ? await sam.get(answer.path) : answer;
        expect(page.status).toBeLessThan(500);
        expect(dangers(page), `${name}: ${words}`).toEqual([]);
      }
    }
  }
  const stranger = site.stranger();
  for (const path of ['/lessons', '/lessons?page=2', '/lessons/drafts', '/search?q=script'])
    expect(dangers(await stranger.get(path))).toEqual([]);
  JSON.parse((await stranger.get('/lessons.json')).body);
});

test('any address of the list is answered', async () => {
  const stranger = site.stranger();
  for (const words of HOSTILE)
    for (const name of ['tag', 'unit', 'worked', 'page']) {
      const page = await stranger.get(`/lessons?${name}=${encodeURIComponent(words.toWellFormed())}`);
      expect([200, 400], `${name}: ${words}`).toContain(page.status);
      expect(dangers(page)).toEqual([]);
    }
  expect((await stranger.get(`/lessons/${encodeURIComponent('<b onclick=x>')}`)).status).toBe(404);
});

/** What a page must not have: scripts in its text, pictures from elsewhere, links that run. */
function dangers({ html }: Awaited<ReturnType<ReturnType<typeof site.stranger>['get']>>): string[] {
  return html
    .querySelectorAll('main script, main img, main iframe, main [onerror], a[href^="javascript:" i]')
    .map((element) => element.toString());
}
