import { beforeAll, expect, test } from 'vitest';
import { newId } from '#server/chance.ts';
import { openChannelSite } from '#tests/support/channel-site.ts';

const DAY = 86_400_000;

let town: Awaited<ReturnType<typeof openChannelSite>>;
beforeAll(async () => {
  town = await openChannelSite();
});

test('a colleague stands in by the link of a letter, the channel says who answers now, and one page waits on return', async () => {
  const { owner, staff, partner, keeper, mailbox, clock } = town;
  const day = (ahead: number) => new Date(clock.now().getTime() + ahead * DAY).toISOString().slice(0, 10);
  const away = { id: newId(), fromOn: day(-1), untilOn: day(1), coverId: staff.person.id };
  const noted = await owner.send('/profile', 'absences.note', away);
  expect((await owner.open(noted.path)).text).toContain('Sam is asked to stand in');
  const letter = await mailbox.next('sam@council.example');
  expect(letter.subject).toBe('Will you stand in for Ann Lee?');
  const link = letter.text?.match(/\/covers\/\S+/)?.[0] ?? '';
  const channel = '/channels/sandford-reads';
  expect((await staff.open(channel)).text).not.toContain('answers until');

  const reader = town.stranger();
  expect((await reader.open(link)).text).toContain('Will you stand in for Ann Lee?');
  const token = link.split('/').at(-1) ?? '';
  const answered = await reader.send(link, 'absences.answerCoverByLink', { token, answer: 'accepted' });
  expect((await reader.open(answered.path)).text).toContain('You stand in for Ann Lee');
  expect((await mailbox.next('ann.lee@council.example')).subject).toBe('Sam stands in for you');
  for (const visitor of [staff, partner]) {
    expect((await visitor.open(channel)).text).toContain('Away. Sam answers until');
    expect((await visitor.open('/channels')).text).toContain('Ann Lee: Sam answers until');
  }
  for (const path of [channel, '/channels']) {
    const page = await reader.open(path);
    expect(page.text).toMatch(/somebody else answers until/i);
    expect(page.text).not.toContain('Sam answers');
  }
  expect((await staff.open('/profile')).text).toContain('Ann Lee, ');

  await keeper.send(`${channel}/review`, 'channels.review', { slug: 'sandford-reads', notes: '' });
  expect((await owner.open('/profile/while-away')).text).toContain('Checked on your channels Sandford reads');
  expect((await staff.open('/profile/while-away')).text).toContain('You have not noted that you were away');
});

test('nobody answers for somebody else, and a made-up link is nobody’s', async () => {
  const { partner, owner } = town;
  const wrong = await partner.send('/profile', 'absences.answerCover', { id: newId(), answer: 'accepted' });
  expect(wrong.status).toBe(404);
  expect((await town.stranger().get('/covers/made-up')).status).toBe(404);
  const self = { id: newId(), fromOn: '2027-03-01', untilOn: '2027-03-02', coverId: owner.person.id };
  expect((await owner.send('/profile', 'absences.note', self)).text).toContain(
    'Choose somebody else to stand in for you',
  );
});

test('a member of the public has nobody asked to stand in for them', async () => {
  const { staff, site, signedIn } = town;
  const rosa = await signedIn('rosa@home.example', { name: 'Rosa at the council' });
  const away = { id: newId(), fromOn: '2027-04-01', untilOn: '2027-04-02', coverId: staff.person.id };
  expect((await rosa.send('/profile', 'absences.note', away)).status).toBe(403);
  const { outbox } = site.read.tables;
  expect((await site.read.select().from(outbox)).filter(({ subject }) => subject.includes('Rosa'))).toEqual([]);
});
