import { expect, test } from 'vitest';
import { newId } from '#server/chance.ts';
import { formOf, whole, writeLesson } from '#tests/support/lesson-form.ts';
import { addMeetup } from '#tests/support/meetups.ts';
import { openTestSite } from '#tests/support/site.ts';

const site = await openTestSite();

test('co-authors: a colleague by address can edit, a guest is named, an unknown address is said to be unknown', async () => {
  const sam = await site.signedIn('sam@council.example');
  const kim = await site.signedIn('kim@council.example', { name: 'Kim Lee', showsName: true });
  const slug = await writeLesson(sam, { title: 'Together', moreAuthors: 'KIM@council.example\nMo, a market trader' });
  expect((await site.stranger().get(`/lessons/${slug}`)).text).toContain('Kim Lee');
  expect((await site.stranger().get(`/lessons/${slug}`)).text).toContain('Mo, a market trader');
  expect((await site.stranger().get(`/lessons/${slug}`)).text).not.toContain('Sam');
  const edit = formOf(await kim.get(`/lessons/${slug}/edit`));
  expect(edit['authors']).toHaveLength(3);
  const without = { ...edit, authors: (edit['authors'] as string[]).filter((key) => !key.startsWith('guest:')) };
  expect((await kim.send(`/lessons/${slug}/edit`, 'lessons.edit', without)).status).toBe(303);
  expect((await site.stranger().get(`/lessons/${slug}`)).text).not.toContain('Mo, a market trader');

  const fresh = whole(formOf(await sam.get('/lessons/new')));
  const unknown = await sam.send('/lessons/new', 'lessons.publish', {
    ...fresh,
    moreAuthors: 'nobody@council.example',
  });
  expect([unknown.status, unknown.text.includes('Nobody has signed in as nobody@council.example')]).toEqual([
    400,
    true,
  ]);
  const rosa = await site.signedIn('rosa@home.example');
  const asked = { ...whole(formOf(await rosa.get('/lessons/new'))), moreAuthors: 'kim@council.example' };
  expect((await rosa.send('/lessons/new', 'lessons.publish', asked)).text).toContain('Write their names here');
});

test('nobody but its authors changes, withdraws or discards a lesson, whatever they send', async () => {
  const sam = await site.signedIn('sam@council.example');
  const slug = await writeLesson(sam, { title: 'Mine alone' });
  const kim = await site.signedIn('kim@council.example');
  const form = formOf(await sam.get(`/lessons/${slug}/edit`));
  const id = String(form['lessonId']);
  for (const page of ['edit', 'revisions', 'withdrawal']) {
    expect((await kim.get(`/lessons/${slug}/${page}`)).status).toBe(403);
    expect((await site.stranger().get(`/lessons/${slug}/${page}`)).path).toContain('/sign-in?next=');
  }
  const forged = { ...form, title: 'Taken over' };
  expect((await kim.send('/lessons/new', 'lessons.publish', forged)).status).toBe(404);
  expect((await kim.send('/lessons/new', 'lessons.edit', forged)).status).toBe(404);
  expect((await kim.send('/lessons', 'lessons.withdraw', { lessonId: id, reason: 'No' })).status).toBe(404);
  expect((await kim.send('/lessons', 'lessons.discard', { lessonId: id })).status).toBe(404);
  expect((await site.stranger().send('/lessons', 'lessons.withdraw', { lessonId: id, reason: 'No' })).status).toBe(401);
  expect((await site.stranger().get(`/lessons/${slug}`)).text).toContain('Mine alone');
});

test('links of the public do not count for search engines; colleagues’ do', async () => {
  const rels = async (email: string, title: string) => {
    const visitor = await site.signedIn(email);
    const slug = await writeLesson(visitor, { title, happened: '[see](https://shop.example/)' });
    return (await visitor.get(`/lessons/${slug}`)).html.querySelector('.prose a')?.getAttribute('rel');
  };
  expect(await rels('rosa@home.example', 'By a resident')).toBe('nofollow ugc noopener');
  expect(await rels('sam@council.example', 'By staff')).toBe('noopener');
});

test('a lesson keeps the meetup it was told at, also when an author who cannot see it saves', async () => {
  const sam = await site.signedIn('sam@council.example');
  const rosa = await site.signedIn('rosa@home.example');
  const { meetup } = await site.site.write((tx) =>
    addMeetup(tx, { title: 'Staff café', circle: 'staff', startsLocal: '2020-03-02T10:00' }),
  );
  const chosen = formOf(await sam.get(`/lessons/new?meetup=${meetup.id}`));
  expect(chosen['meetupId']).toBe(meetup.id);
  const slug = await writeLesson(sam, { title: 'Told inside', meetupId: meetup.id, moreAuthors: 'rosa@home.example' });
  const form = formOf(await rosa.get(`/lessons/${slug}/edit`));
  expect(form['meetupId']).toBeFalsy();
  const saved = await rosa.send(`/lessons/${slug}/edit`, 'lessons.edit', { ...form, nextTime: 'Mended.' });
  expect(saved.status).toBe(303);
  expect((await sam.get(`/lessons/${slug}`)).text).toContain('Told at Staff café');
  expect((await rosa.get(`/lessons/${slug}`)).text).not.toContain('Staff café');
  const without = { ...formOf(await sam.get(`/lessons/${slug}/edit`)), meetupId: '' };
  await sam.send(`/lessons/${slug}/edit`, 'lessons.edit', without);
  expect((await sam.get(`/lessons/${slug}`)).text).not.toContain('Staff café');
});

test('forged choices are refused in a sentence', async () => {
  const sam = await site.signedIn('sam@council.example');
  const rosa = await site.signedIn('rosa@home.example');
  const refuse = async (fields: Record<string, string | string[]>, visitor = sam) => {
    const form = whole(formOf(await visitor.get('/lessons/new')));
    const { status } = await visitor.send('/lessons/new', 'lessons.publish', { ...form, ...fields });
    return status;
  };
  expect(await refuse({ unitIds: [newId()] })).toBe(400);
  expect(await refuse({ meetupId: newId() })).toBe(400);
  expect(await refuse({ channels: 'nowhere-at-all' })).toBe(400);
  expect(await refuse({ circle: 'everybody' })).toBe(400);
  expect(await refuse({ lessonId: 'x' })).toBe(400);
  expect(await refuse({ basedOn: '-1' })).toBe(400);
  expect(await refuse({ authors: [] })).toBe(400);
  expect(await refuse({ authors: [`person:${newId()}`] })).toBe(400);
  expect(await refuse({ circle: 'staff' }, rosa)).toBe(403);
});
