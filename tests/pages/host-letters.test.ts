import { beforeAll, expect, test } from 'vitest';
import { addMeetup } from '#tests/support/meetups.ts';
import { openTestSite } from '#tests/support/site.ts';
import type { Visitor } from '#tests/support/visit.ts';

let town: Awaited<ReturnType<typeof openTestSite>>;
beforeAll(async () => {
  town = await openTestSite();
});

/** A meetup, its host, and somebody who is going. */
async function announce(title: string) {
  const host = await town.signedIn('hetty@council.example', { name: 'Hetty Host' });
  const startsLocal = new Date(town.clock.now().getTime() + 7 * 86_400_000).toISOString().slice(0, 16);
  const { meetup } = await town.site.write((tx) => addMeetup(tx, { title, startsLocal, hostId: host.person.id }));
  const path = `/meetups/${meetup.slug}`;
  const to = `${title.split(' ')[0]?.toLowerCase()}@home.example`;
  const guest = await town.signedIn(to);
  await guest.send(path, 'rsvps.save', { meetupId: meetup.id, partySize: '1', accessNeeds: '', dietaryNeeds: '' });
  await town.mailbox.next(to);
  const wish = { audience: 'going', subject: 'Bring a mug', words: 'Please do.\r\n\r\nSee you!', answersToMe: '' };
  return {
    host,
    guest,
    to,
    path,
    address: `${path}/letters/new`,
    wish: { meetupId: meetup.id, letterId: '', ...wish },
  };
}

const hiddenOf = (page: Awaited<ReturnType<Visitor['get']>>) =>
  Object.fromEntries(
    page.html
      .querySelectorAll('.letter-preview input')
      .map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']),
  );

test('a host sees the letter and how many get it before it goes, then sends it, once', async () => {
  const { host, to, path, address, wish } = await announce('Mug café');
  const letterId = (await host.get(address)).html.querySelector('[name=letterId]')?.getAttribute('value') ?? '';
  const preview = await host.send(address, 'hostLetters.preview', { ...wish, letterId });
  expect(preview.status).toBe(200);
  expect(preview.text).toContain('One letter would go to everyone who is going.');
  expect(preview.html.querySelector('.letter-preview .as-typed')?.textContent).toBe('Please do.\n\nSee you!');
  expect(preview.text).toMatch(/Hetty Host, for Mug café, .*, at .* See or change your RSVP: .* No more letters from/);
  expect((await host.get(`${path}/letters`)).text).toContain('No letter yet');
  const sent = await host.send(address, 'hostLetters.send', hiddenOf(preview));
  expect(sent.path).toBe(`${path}/letters?notice=host-letter-sent`);
  await host.send(address, 'hostLetters.send', hiddenOf(preview));
  const letter = await town.mailbox.next(to);
  expect(letter.text).toContain('Please do.\n\nSee you!\n\nHetty Host, for Mug café');
  expect(letter.replyTo).toBeUndefined();
  expect(letter.text).not.toContain('hetty@');
  expect((await host.get(`${path}/letters`)).text).toContain('One letter to everyone who is going, by Hetty Host');
  expect(town.mailbox.letters.filter(({ subject }) => subject === 'Bring a mug (Mug café)')).toHaveLength(1);
});

test('answers come to the host only by their own tick', async () => {
  const { host, to, address, wish } = await announce('Answer café');
  await host.send(address, 'hostLetters.send', { ...wish, letterId: 'answer', answersToMe: 'true' });
  expect((await town.mailbox.next(to)).replyTo).toMatchObject([{ address: 'hetty@council.example' }]);
});

test('nobody but the hosts previews, sends or reads letters', async () => {
  const { guest, path, address, wish } = await announce('Closed café');
  const colleague = await town.signedIn('lena@council.example');
  for (const other of [town.stranger(), guest, colleague]) {
    for (const page of [`${path}/letters`, address]) expect((await other.get(page)).status).toBeOneOf([303, 403]);
    for (const action of ['hostLetters.preview', 'hostLetters.send'])
      expect((await other.send(path, action, { ...wish, letterId: 'x' })).status, action).toBeOneOf([401, 403]);
  }
});

test('what is wrong is said beside its field, and hostile words stay words', async () => {
  const { host, to, address, wish } = await announce('Odd café');
  const wrong = await host.send(address, 'hostLetters.preview', {
    ...wish,
    letterId: 'odd',
    subject: '',
    words: 'Kept',
  });
  expect(wrong.status).toBe(400);
  expect(wrong.body).toContain('Kept');
  const words = '<script>alert(1)</script>\r\nBcc: everybody@home.example';
  const subject = 'Hello\r\nBcc: everybody@home.example';
  const preview = await host.send(address, 'hostLetters.preview', { ...wish, letterId: 'odd', subject, words });
  expect(preview.html.querySelector('.letter-preview .as-typed')?.textContent).toContain('<script>alert(1)</script>');
  await host.send(address, 'hostLetters.send', hiddenOf(preview));
  const letter = await town.mailbox.next(to);
  expect(letter.subject).toBe('Hello Bcc: everybody@home.example (Odd café)');
  expect(letter.bcc).toBeUndefined();
  expect(letter.html).toContain('&lt;script&gt;');
});
