import { expect, test } from 'vitest';
import { newId } from '#server/chance.ts';
import { formOf, whole } from '#tests/support/lesson-form.ts';
import { openTestSite } from '#tests/support/site.ts';
import type { Visitor } from '#tests/support/visit.ts';

const site = await openTestSite();

async function keepDraft(visitor: Visitor, title: string, fields: Record<string, string> = {}) {
  const form = { ...whole(formOf(await visitor.get('/lessons/new'))), title, ...fields };
  const { path, status, text } = await visitor.send('/lessons/new', 'lessons.saveDraft', form);
  expect(status, text).toBe(303);
  return path.slice('/lessons/'.length, path.indexOf('/edit'));
}

/** In six months, so that it is ahead whenever the tests run. */
const year = new Date(Date.now() + 183 * 86_400_000).getFullYear();

test('a draft is planned for a time, seen by its authors alone, and taken off the plan', async () => {
  const [sam, kim] = [await site.signedIn('sam@council.example'), await site.signedIn('kim@council.example')];
  const slug = await keepDraft(sam, 'On Monday morning');
  const path = `/lessons/${slug}/together`;
  const day = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  const blank = formOf(await sam.get(path));
  for (const [typed, sentence] of [
    ['', 'Enter a day and a time'],
    ['soon', 'Enter a day and a time'],
    ['2020-01-01T10:00', 'Choose a time that is still ahead'],
    [`${year + 3}-01-01T10:00`, 'within the next twelve months'],
  ] as const) {
    const wrong = await sam.send(path, 'lessonSchedules.plan', { ...blank, publishLocal: typed });
    expect([wrong.status, wrong.text.includes(sentence)], typed).toEqual([400, true]);
  }
  const form = { ...blank, publishLocal: `${day}T09:30` };
  expect((await sam.send(path, 'lessonSchedules.plan', form)).path).toBe(`${path}?notice=lesson-planned`);
  for (const page of [path, `/lessons/${slug}`, '/lessons/drafts'])
    expect((await sam.get(page)).text, page).toContain('9.30 am');
  expect([(await kim.get(path)).status, (await site.stranger().get(path)).status]).toEqual([404, 303]);
  expect((await kim.send('/lessons', 'lessonSchedules.unplan', form)).status).toBe(404);
  expect((await sam.send(path, 'lessonSchedules.unplan', form)).path).toBe(`${path}?notice=lesson-unplanned`);
  expect((await sam.get(path)).text).not.toContain('9.30 am');
});

test('an unfinished draft is told what it lacks before it can be planned', async () => {
  const sam = await site.signedIn('sam@council.example');
  const slug = await keepDraft(sam, 'Half a thought', { nextTime: '' });
  const path = `/lessons/${slug}/together`;
  const day = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  const form = { ...formOf(await sam.get(path)), publishLocal: `${day}T09:30` };
  const refused = await sam.send(path, 'lessonSchedules.plan', form);
  expect([refused.status, refused.text.includes('a lesson needs what happened')]).toEqual([409, true]);
});

/** The local address in the newest letter to somebody, as its reader follows it. */
async function linkTo(email: string) {
  const letter = await site.mailbox.next(email);
  return { letter, path: letter.text?.match(/http:\/\/[^/]+(\/lessons\/\S+)/)?.[1] ?? '' };
}

test('a colleague is invited by letter, says yes on a page, changes that draft and is named with their hat', async () => {
  const sam = await site.signedIn('sam@council.example', { showsName: true });
  const slug = await keepDraft(sam, 'With two hands');
  const other = await keepDraft(sam, 'Not for guests');
  const path = `/lessons/${slug}/together`;
  const { lessonId = '' } = formOf(await sam.get(path)) as Record<string, string>;
  const ask = (email: string, wanted: string) =>
    sam.send(path, 'lessonInvitations.invite', { id: newId(), lessonId, email, wanted });
  expect((await ask('kim@council.example', 'write')).path).toBe(`${path}?notice=draft-invited`);
  expect((await ask('kim@council.example', 'write')).text).toContain('have been asked already');
  expect((await ask('nobody', 'write')).status).toBe(400);
  const { letter, path: invitation } = await linkTo('kim@council.example');
  expect([letter.subject, letter.text?.includes('No more requests to write or read a lesson in draft')]).toEqual([
    'Will you write “With two hands” with us?',
    true,
  ]);
  const [kim, mo] = [
    await site.signedIn('kim@council.example', { showsName: true }),
    await site.signedIn('mo@council.example'),
  ];
  expect((await mo.get(invitation)).status).toBe(404);
  expect((await kim.get(`/lessons/${slug}`)).status).toBe(404);
  expect((await kim.get(invitation)).text).toContain('Yes, gladly');
  expect((await kim.get(`/lessons/${slug}`)).status).toBe(404);
  const invitationId = invitation.split('/').at(-1) ?? '';
  expect((await mo.send(invitation, 'lessonInvitations.answer', { invitationId, answer: 'yes' })).status).toBe(404);
  const forged = await kim.send(invitation, 'lessonInvitations.answer', { invitationId, answer: 'yes', hat: 'unit:x' });
  expect([forged.status, forged.text.includes('You may not speak for that')]).toEqual([400, true]);
  const yes = () => kim.send(invitation, 'lessonInvitations.answer', { invitationId, answer: 'yes' });
  const twice = await Promise.all([yes(), yes()]);
  expect(twice.map((one) => one.path)).toEqual(Array(2).fill(`/lessons/${slug}/edit?notice=draft-joined`));
  expect((await kim.get(`/lessons/${slug}`)).text.match(/kim/gi)?.length).toBeGreaterThan(0);
  expect((await kim.get(`/lessons/${other}`)).status).toBe(404);
  expect((await site.mailbox.next('sam@council.example')).subject).toContain('“With two hands” with you');
});

test('nobody outside the circle of a lesson is asked, and an invitation taken back is closed', async () => {
  const sam = await site.signedIn('sam@council.example');
  const slug = await keepDraft(sam, 'Among ourselves', { circle: 'staff' });
  const path = `/lessons/${slug}/together`;
  const { lessonId = '' } = formOf(await sam.get(path)) as Record<string, string>;
  const ask = (email: string) =>
    sam.send(path, 'lessonInvitations.invite', { id: newId(), lessonId, email, wanted: 'read' });
  for (const email of ['rosa@home.example', 'new@elsewhere.example']) {
    const refused = await ask(email);
    expect([refused.status, refused.text.includes('This lesson is for staff')], email).toEqual([400, true]);
  }
  await ask('lee@council.example');
  const { path: invitation } = await linkTo('lee@council.example');
  const invitationId = invitation.split('/').at(-1) ?? '';
  const lee = await site.signedIn('lee@council.example');
  expect((await lee.send('/lessons', 'lessonInvitations.takeBack', { invitationId })).status).toBe(404);
  expect((await sam.send(path, 'lessonInvitations.takeBack', { invitationId })).status).toBe(303);
  expect((await lee.get(invitation)).status).toBe(404);
  const late = await lee.send(invitation, 'lessonInvitations.answer', { invitationId, answer: 'yes' });
  expect([late.status, late.text.includes('This invitation is not open')]).toEqual([404, true]);
});

test('a second pair of eyes reads the draft, writes in its margin, and says so; nobody waits for it', async () => {
  const [sam, ann, kim] = await Promise.all(
    ['sam', 'ann', 'kim'].map((name) => site.signedIn(`${name}@council.example`, { showsName: true })),
  );
  if (!sam || !ann || !kim) throw new Error('three people');
  const slug = await keepDraft(sam, 'Read me first');
  const path = `/lessons/${slug}/together`;
  const margin = `/lessons/${slug}/margin`;
  const { lessonId = '' } = formOf(await sam.get(path)) as Record<string, string>;
  await sam.send(path, 'lessonInvitations.invite', {
    id: newId(),
    lessonId,
    email: 'ann@council.example',
    wanted: 'read',
  });
  const { path: invitation } = await linkTo('ann@council.example');
  const note = { id: newId(), lessonId, section: 'happened', words: 'How <b>many</b> people?' };
  expect((await ann.send('/lessons', 'marginNotes.write', note)).status).toBe(404);
  const answer = { invitationId: invitation.split('/').at(-1) ?? '', answer: 'yes' };
  expect((await ann.send(invitation, 'lessonInvitations.answer', answer)).path).toBe(`${margin}?notice=draft-reading`);
  expect((await ann.get(margin)).text).toContain('We asked.');
  expect((await ann.get(`/lessons/${slug}/edit`)).status).toBe(404);
  const empty = await ann.send(margin, 'marginNotes.write', { ...note, words: ' ' });
  expect([empty.status, empty.html.querySelector('#note-happened-problem') !== null]).toEqual([400, true]);
  await Promise.all([1, 2].map(() => ann.send(margin, 'marginNotes.write', note)));
  const seen = await sam.get(margin);
  expect(seen.html.querySelectorAll('.margin-words').map((words) => words.textContent)).toEqual([note.words]);
  expect((await kim.get(margin)).status).toBe(404);
  expect((await kim.send('/lessons', 'marginNotes.settle', { noteId: note.id })).status).toBe(404);
  expect((await ann.send(margin, 'marginNotes.sayRead', { lessonId })).status).toBe(303);
  await ann.send(margin, 'marginNotes.sayRead', { lessonId });
  const told = site.mailbox.letters.length;
  expect((await sam.send(margin, 'marginNotes.settle', { noteId: note.id })).status).toBe(303);
  const settled = await sam.get(margin);
  expect([settled.text.includes('One settled note'), settled.html.querySelector('.margin-words')]).toEqual([
    true,
    null,
  ]);
  expect(told).toBeGreaterThan(0);
  const form = formOf(await sam.get(`/lessons/${slug}/edit`));
  expect((await sam.send(`/lessons/${slug}/edit`, 'lessons.publish', form)).status).toBe(303);
  for (const reader of [ann, sam]) expect((await reader.get(margin)).status).toBe(404);
  expect((await site.stranger().get(`/lessons/${slug}`)).text).not.toContain('How <b>many</b>');
});
