import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { localDay } from '#domain/time/date-words.ts';
import { newId } from '#server/chance.ts';
import { writeLesson } from '#tests/support/lesson-form.ts';
import { openTestSite } from '#tests/support/site.ts';

const town = await openTestSite();
const { site, mailbox, clock, stranger } = town;
const admin = await town.signedIn('ada@council.example', { roles: ['admin'] });
const mo = await town.signedIn('mo@council.example', { roles: ['moderator'] });
const mia = await town.signedIn('mia@council.example', { roles: ['moderator'] });
const staff = await town.signedIn('sam@council.example');
const keeper = await town.signedIn('kit@council.example', { roles: ['keeper'] });
const partner = await town.signedIn('pat@trust.example');
const rosa = await town.signedIn('rosa@home.example');
const TODAY = localDay(clock.now(), 'Europe/London');

test('a comment is reported by a stranger, removed with a reason, appealed by a link, and comes back', async () => {
  const slug = await writeLesson(staff, { title: 'Spoken about' });
  const id = await say(slug, 'You fool & friend!');
  const page = await stranger().get(`/comments/${id}/report`);
  const report = { id: newId(), commentId: id, words: 'It calls <b>us</b> names', answerTo: 'ann@home.example' };
  const empty = await stranger().send(page.path, 'commentReports.send', { ...report, words: '' });
  expect([empty.status, empty.html.querySelector('#field-answerTo')?.getAttribute('value')]).toEqual([
    400,
    'ann@home.example',
  ]);
  await stranger().send(page.path, 'commentReports.send', { ...report, id: newId(), trap: 'x' });
  expect((await mo.get('/moderation')).text).not.toContain('You fool');
  expect((await stranger().send(page.path, 'commentReports.send', report)).status).toBe(303);
  expect((await mailbox.next('mo@council.example')).text).toContain(`/moderation/comments/${id}`);

  const address = `/moderation/comments/${id}`;
  for (const path of ['/moderation', address]) {
    expect((await stranger().get(path)).status).toBe(303);
    for (const visitor of [rosa, partner, staff, keeper]) expect((await visitor.get(path)).status).toBe(403);
  }
  expect((await mo.get(address)).text).toContain('It calls <b>us</b> names');
  const removal = { commentId: id, rule: 'no-attacks-on-people', reason: 'It calls somebody a fool.' };
  expect((await staff.send(address, 'moderation.remove', removal)).status).toBe(403);
  expect((await mo.send(address, 'moderation.remove', { ...removal, rule: 'rude' })).status).toBe(400);
  expect((await mo.send(address, 'moderation.remove', removal)).status).toBe(303);
  expect((await mia.send(address, 'moderation.remove', removal)).status).toBe(409);
  const log = await stranger().get('/moderation/log');
  expect(log.text).toContain(
    'A comment was removed under Spoken about No attacks on people: It calls somebody a fool.',
  );
  expect(log.text).not.toMatch(/Rosa|You fool|Mo\b/);
  expect((await stranger().get(`/comments/${id}/report`)).status).toBe(404);
  const gone = await stranger().get(`/lessons/${slug}`);
  expect(gone.text).toContain('It calls somebody a fool.');
  expect(gone.text).not.toContain('You fool');

  const letter = await mailbox.next('rosa@home.example');
  const link = new URL(letter.text?.match(/http\S+\/appeals\/\S+/)?.[0] ?? '').pathname;
  expect((await stranger().get(link)).text).toContain('You may appeal once');
  const token = link.slice('/appeals/'.length);
  const appeal = { token, words: 'I meant myself.' };
  expect((await stranger().send(link, 'appeals.send', appeal)).status).toBe(303);
  expect((await stranger().send(link, 'appeals.send', appeal)).status).toBe(409);
  expect((await mo.get(address)).text).toContain('Another moderator decides about this');
  const answer = { commentId: id, outcome: 'restored', answer: 'They did.' };
  expect((await mo.send(address, 'moderation.answerAppeal', answer)).status).toBe(403);
  expect((await mia.send(address, 'moderation.answerAppeal', answer)).status).toBe(303);
  expect((await stranger().get('/moderation/log')).text).toContain('A removed comment came back');
  expect((await stranger().get(`/comments/${id}/report`)).status).toBe(200);
  expect((await stranger().get(link)).text).toContain('It stands there again');
  expect((await stranger().get(`/lessons/${slug}`)).text).toContain('You fool & friend!');
});

test('the first words of somebody without an account wait until a moderator has read them', async () => {
  const slug = await writeLesson(staff, { title: 'Asked about' });
  const guest = stranger();
  const form = {
    id: newId(),
    subjectId: await lessonIdOf(slug),
    words: 'We tried this in our hall, and it went very well.',
  };
  await guest.send('/comments/new', 'comments.ask', { ...form, name: 'Gus', email: 'gus@home.example' });
  const link = new URL((await mailbox.next('gus@home.example')).text?.match(/http\S+\/confirmation\/\S+/)?.[0] ?? '');
  const token = link.pathname.split('/').at(-1) ?? '';
  expect((await mo.get('/moderation')).text).not.toContain('in our hall');
  expect((await guest.send(link.pathname, 'comments.confirm', { token })).status).toBe(303);
  expect((await staff.get(`/lessons/${slug}`)).text).not.toContain('in our hall');
  expect((await mo.get('/moderation')).text).toContain('in our hall, and it went very well. Gus');
  const release = { commentId: form.id, editedAt: '0' };
  expect((await staff.send('/moderation', 'moderation.release', release)).status).toBe(403);
  expect((await mo.send(`/moderation/comments/${form.id}`, 'moderation.release', release)).status).toBe(303);
  expect((await stranger().get(`/lessons/${slug}`)).text).toContain('in our hall');
  expect((await mailbox.next('gus@home.example')).subject).toBe('Your comment appears now');
});

test('before an election a partner is told kindly, the lesson waits in line, and it appears once the days are ended', async () => {
  const days = { id: newId(), startsOn: TODAY, endsOn: TODAY, reason: 'the council election' };
  expect((await staff.send('/admin/elections', 'electionPeriods.save', days)).status).toBe(403);
  const wrong = await admin.send('/admin/elections', 'electionPeriods.save', { ...days, endsOn: '2020-01-01' });
  expect([wrong.status, wrong.html.querySelector('#field-reason')?.getAttribute('value')]).toEqual([
    400,
    'the council election',
  ]);
  expect((await admin.send('/admin/elections', 'electionPeriods.save', days)).status).toBe(303);
  expect((await stranger().get('/house-rules')).text).toContain('before the council election');
  expect((await staff.get('/lessons/new')).text).toContain('What you write appears at once');
  expect((await partner.get('/lessons/new')).text).toContain('Your lesson will wait a while');

  const slug = await writeLesson(partner, { title: 'Waiting' });
  const own = await partner.get(`/lessons/${slug}`);
  expect(own.text).toContain('This lesson waits to be published');
  for (const visitor of [stranger(), staff, keeper]) expect((await visitor.get(`/lessons/${slug}`)).status).toBe(404);
  expect((await mo.get('/moderation')).text).toContain('Waiting');
  const lessonId = own.html.querySelector('main [name=lessonId]')?.getAttribute('value') ?? '';
  expect((await staff.send(`/lessons/${slug}`, 'lessons.takeBack', { lessonId })).status).toBe(404);

  await town.runDueJobs();
  expect((await mailbox.next('kit@council.example')).subject).toContain('mind what you publish');
  expect((await admin.send('/admin/elections', 'electionPeriods.end', { id: days.id })).status).toBe(303);
  await town.runDueJobs();
  expect((await stranger().get(`/lessons/${slug}`)).status).toBe(200);
  expect((await mailbox.next('pat@trust.example')).subject).toBe('Published: Waiting');
});

/** Somebody without the staff says something under a lesson. */
async function say(slug: string, words: string): Promise<string> {
  const [id, subjectId] = [newId(), await lessonIdOf(slug)];
  await site.write((tx) =>
    tx.insert(tx.tables.comments).values({
      ...{ id, subjectKind: 'lesson', subjectId, personId: rosa.person.id, words },
      ...{ html: '<p>You fool &amp; friend!</p>', rendererVersion: 1, saidAt: clock.now() },
    }),
  );
  return id;
}

async function lessonIdOf(slug: string): Promise<string> {
  const { lessons } = site.read.tables;
  const [lesson] = await site.read.select().from(lessons).where(eq(lessons.slug, slug));
  return lesson?.id ?? '';
}
