import { beforeAll, expect, test } from 'vitest';
import { queueLetter } from '#domain/mail/outbox-commands.ts';
import { newId } from '#server/chance.ts';
import { openMail } from '#server/mail.ts';
import { afterFile } from '#tests/support/after-file.ts';
import { sqlite } from '#tests/support/engines.ts';
import { openMailbox } from '#tests/support/mailbox.ts';
import { openTestSite } from '#tests/support/site.ts';

let town: Awaited<ReturnType<typeof openTestSite>>;
beforeAll(async () => {
  town = await openTestSite();
});

const ask = (email: string) => town.stranger().send('/sign-in', 'signIn.request', { email });
const letterTo = async (email: string) => {
  const { read } = town.site;
  return (await read.select().from(read.tables.outbox)).find(({ recipient }) => recipient === email);
};
const until = async (condition: () => Promise<boolean>) => {
  for (let tries = 0; tries < 300 && !(await condition()); tries++)
    await new Promise((resume) => setTimeout(resume, 10));
};

test('a letter is sent once, under an identity of its own', async () => {
  await ask('once@elsewhere.example');
  const letter = await town.mailbox.next('once@elsewhere.example');
  const row = await letterTo('once@elsewhere.example');
  expect(letter.messageId).toBe(`<${row?.id}@127.0.0.1>`);
  await until(async () => (await letterTo('once@elsewhere.example'))?.sentAt != null);
  expect(await letterTo('once@elsewhere.example')).toMatchObject({ attempts: 1, dueAt: null, lastProblem: '' });
  expect(town.mailbox.letters.filter(({ to }) => to?.[0]?.address === 'once@elsewhere.example')).toHaveLength(1);
});

test('when the mail server refuses, the letter waits, is tried again, and arrives', async () => {
  town.mailbox.refuseWith(Object.assign(new Error('come back later'), { responseCode: 451 }));
  await ask('later@elsewhere.example');
  await until(async () => ((await letterTo('later@elsewhere.example'))?.lastProblem ?? '') !== '');
  const waiting = await letterTo('later@elsewhere.example');
  expect(waiting?.lastProblem).toContain('come back later');
  expect(waiting?.dueAt?.getTime()).toBeGreaterThan(town.clock.now().getTime() + 50_000);
  town.mailbox.refuseWith(undefined);
  town.clock.forward(2);
  await ask('wakes-the-worker@elsewhere.example');
  expect((await town.mailbox.next('later@elsewhere.example')).subject).toContain('Sign in');
});

test('after a day a letter is given up, the admin sees why, and can send it again', async () => {
  const email = 'gone@elsewhere.example';
  town.mailbox.refuseWith(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
  await ask(email);
  await until(async () => ((await letterTo(email))?.lastProblem ?? '') !== '');
  town.clock.forward(25 * 60);
  await ask('wake-two@elsewhere.example');
  await until(async () => (await letterTo(email))?.gaveUpAt != null);
  town.mailbox.refuseWith(undefined);
  const admin = await town.signedIn('ada@council.example', { roles: ['admin'] });
  expect((await admin.open('/admin')).text).toContain('no such mailbox');
  await admin.send('/admin', 'admin.sendAgain', { letterId: (await letterTo(email))?.id ?? '' });
  expect((await town.mailbox.next(email)).subject).toContain('Sign in');
});

test('two workers on one database send each letter once', async () => {
  const { site } = town;
  const second = openMail({ database: { ...site, close: async () => {} }, settings: site.settings, clock: site.clock });
  await Promise.all(Array.from({ length: 20 }, (_, n) => ask(`shared${n}@elsewhere.example`)));
  second.wake();
  for (let n = 0; n < 20; n++) await town.mailbox.next(`shared${n}@elsewhere.example`);
  await second.close();
  const sent = town.mailbox.letters.filter(({ to }) => to?.[0]?.address?.startsWith('shared'));
  expect(sent).toHaveLength(20);
});

const openDatabase = sqlite();

test('where the mail server is slow, a letter that another process may take by now is left to it', async () => {
  const mailbox = await openMailbox();
  afterFile(mailbox.close);
  const database = await openDatabase();
  const times = { begun: Date.now(), later: 0 };
  const clock = () => new Date(times.begun + times.later + mailbox.letters.length * 15_000);
  const settings = { ...town.site.settings, smtpUrl: mailbox.url };
  await database.write(async (tx) => {
    for (let n = 0; n < 6; n++)
      await queueLetter(
        tx,
        newId(),
        { to: `p${n}@elsewhere.example`, subject: 'Hello', paragraphs: ['Hello'] },
        clock(),
      );
  });
  for (const sent of [3, 6]) {
    const worker = openMail({ database, settings, clock });
    worker.wake();
    await expect.poll(() => mailbox.letters.length).toBe(sent);
    await worker.close();
    expect(mailbox.letters).toHaveLength(sent);
    times.later += 60_000;
  }
  expect(new Set(mailbox.letters.map(({ to }) => to?.[0]?.address)).size).toBe(6);
});
