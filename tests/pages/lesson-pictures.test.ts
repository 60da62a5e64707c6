import sharp from 'sharp';
import { expect, test } from 'vitest';
import { newId } from '#server/chance.ts';
import { formOf, whole } from '#tests/support/lesson-form.ts';
import { paint } from '#tests/support/pictures.ts';
import { openTestSite } from '#tests/support/site.ts';
import type { Visitor } from '#tests/support/visit.ts';

const { url, stranger, signedIn } = await openTestSite();
const sam = await signedIn('sam@council.example');
const kim = await signedIn('kim@council.example');

/** A photo that says where it was taken. */
const photo = await paint(900, 600)
  .withExif({ IFD0: { Make: 'CAMERA-MAKER' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
  .jpeg()
  .toBuffer();

const described = { pictureAlt: 'The sign, upside down', pictureCredit: 'Rosa', pictureInto: 'happened' };

/** The form of a new lesson, with its words and the facts of a picture. */
const fill = async (visitor: Visitor): Promise<Record<string, string | string[]> & { lessonId: string }> => ({
  ...whole(formOf(await visitor.get('/lessons/new'))),
  ...described,
  lessonId: newId(),
});

/** Sends the form with a picture in it, as the button beside it does. */
function add(visitor: Visitor, path: string, form: Record<string, string | string[]>, file: Buffer = photo) {
  const body = new FormData();
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one);
  body.set('picture', new File([new Uint8Array(file)], 'photo.jpg', { type: 'image/jpeg' }));
  return visitor.sendFiles(path, 'pictures.add', body);
}

test('a picture comes into a lesson that is being written, and nothing that was typed is lost', async () => {
  const form = await fill(sam);
  const added = await add(sam, '/lessons/new', form);
  expect(added.status).toBe(200);
  expect(added.html.querySelector('main [role=status]')?.text).toContain('at the end of What happened');
  const next = formOf(added);
  expect(next).toMatchObject({ title: 'A lesson', pictureAlt: '', lessonId: form.lessonId });
  expect(next['happened']).toMatch(/^We asked\.\n\n!\[The sign, upside down\]\(picture:[0-9a-f-]{36}\)$/);
  expect(next['pictureId']).not.toBe(form['pictureId']);
  const published = await sam.send('/lessons/new', 'lessons.publish', next);
  expect(published.status).toBe(303);

  const page = await stranger().open(published.path);
  const image = page.html.querySelector('main figure.picture img');
  expect(image?.attributes).toMatchObject({
    width: '900',
    height: '600',
    alt: 'The sign, upside down',
    loading: 'lazy',
  });
  expect(page.html.querySelector('main figure.picture figcaption')?.text).toBe('Picture: Rosa');
  for (const path of filesOf(page.body)) {
    const file = Buffer.from(await (await fetch(url + path)).arrayBuffer());
    expect((await sharp(file).metadata()).exif).toBe(undefined);
    expect(file.toString('latin1')).not.toMatch(/CAMERA|GPS/);
  }
  for (const feed of ['/lessons.atom', '/lessons.json']) {
    const { body } = await stranger().get(feed);
    expect(filesOf(body).length, feed).toBeGreaterThan(3);
    expect(body.match(/\/pictures\//g)?.length).toBe(body.split(`${url}/pictures/`).length - 1);
  }
});

test('what cannot be taken is refused in a sentence beside its field, and what was typed stays', async () => {
  const form = await fill(sam);
  const wrong: [Record<string, string>, Buffer, RegExp][] = [
    [{}, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /Send it as JPEG, PNG/],
    [{}, Buffer.concat([photo.subarray(0, 3), Buffer.from('MZ<script>')]), /damaged/],
    [{}, Buffer.alloc(0), /Choose a picture/],
    [{ pictureAlt: ' ' }, photo, /Say what it shows/],
    [{ hasPeople: 'true' }, photo, /who of them agreed/],
  ];
  for (const [fields, file, words] of wrong) {
    const page = await add(sam, '/lessons/new', { ...form, ...fields }, file);
    expect(page.status, String(words)).toBe(400);
    expect(page.text).toMatch(words);
    expect(formOf(page)).toMatchObject({ happened: 'We asked.', pictureCredit: 'Rosa' });
  }
  expect((await add(sam, '/lessons/new', form, Buffer.alloc(10_300_000))).status).toBe(413);
  expect((await add(stranger(), '/lessons/new', form)).status).toBe(401);
});

test('the editor is told in JSON what to put into the text, or what is wrong', async () => {
  const form = { ...described, lessonId: newId(), pictureId: newId() };
  const added = await add(sam, '/pictures', form);
  expect(JSON.parse(added.body)).toEqual({
    id: form.pictureId,
    markdown: `![The sign, upside down](picture:${form.pictureId})`,
    into: 'happened',
  });
  const refused = await add(sam, '/pictures', form, Buffer.from('GIF89a but not really'));
  expect([refused.status, JSON.parse(refused.body).sentence]).toEqual([400, expect.stringMatching(/damaged/)]);
  expect((await add(stranger(), '/pictures', form)).status).toBe(401);
});

test('pictures of a draft are for its authors, of a lesson for its circle, and of a withdrawn one for nobody', async () => {
  const form = { ...(await fill(sam)), circle: 'staff' };
  const one = await paint(77, 50).png().toBuffer();
  const draft = await sam.send('/lessons/new', 'lessons.saveDraft', formOf(await add(sam, '/lessons/new', form, one)));
  const edit = draft.path.split('?')[0] ?? '';
  const [file = ''] = filesOf((await sam.get(edit.replace('/edit', ''))).body);
  const statuses = async () =>
    Promise.all([stranger(), kim, sam].map(async (visitor) => (await visitor.get(file)).status));
  expect(await statuses()).toEqual([404, 404, 200]);
  expect((await add(kim, '/pictures', { ...described, lessonId: form.lessonId, pictureId: newId() })).status).toBe(404);
  const published = await sam.send(edit, 'lessons.publish', formOf(await sam.get(edit)));
  expect(await statuses()).toEqual([404, 200, 200]);
  const wish = { lessonId: form.lessonId, reason: 'Somebody in it does not want to be shown' };
  const slug = published.path.split('?')[0];
  expect((await sam.send(`${slug}/withdrawal`, 'lessons.withdraw', wish)).status).toBe(303);
  expect(await statuses()).toEqual([404, 404, 404]);
});

test('a picture is removed for good once the text no longer shows it', async () => {
  const form = await fill(sam);
  const one = await paint(78, 50).png().toBuffer();
  const drafted = await sam.send(
    '/lessons/new',
    'lessons.saveDraft',
    formOf(await add(sam, '/lessons/new', form, one)),
  );
  const edit = drafted.path.split('?')[0] ?? '';
  const page = await sam.get(edit);
  const [file = ''] = filesOf(page.body);
  const wish = { lessonId: form.lessonId, removedPictureId: form['pictureId'] as string };
  const remove = (visitor: Visitor) =>
    visitor.send(edit, 'pictures.remove', { ...formOf(page), ...wish, title: 'Typed' });
  const refused = await remove(sam);
  expect(refused.text).toContain('still shows this picture');
  expect((await kim.send('/lessons/new', 'pictures.remove', wish)).status).toBe(404);
  const without = await sam.send(edit, 'lessons.saveDraft', { ...formOf(page), happened: 'We asked.' });
  expect([without.status, (await sam.get(file)).status]).toEqual([303, 200]);
  const removed = await remove(sam);
  expect([removed.status, formOf(removed)['title'], (await sam.get(file)).status]).toEqual([200, 'Typed', 404]);
});

test('somebody else’s picture cannot be shown in one’s own lesson', async () => {
  const form = { ...described, lessonId: newId(), pictureId: newId() };
  await add(sam, '/pictures', form);
  const mine = { ...(await fill(kim)), happened: `![Mine](picture:${form.pictureId})` };
  for (const lessonId of [mine.lessonId, form.lessonId]) {
    const page = await kim.send('/lessons/new', 'lessons.preview', { ...mine, lessonId });
    expect([page.status, page.html.querySelectorAll('main .preview img').length]).toEqual([200, 0]);
  }
});

const filesOf = (body: string) => [...new Set(body.match(/\/pictures\/[0-9a-f]{64}-\d+\.(?:avif|webp)/g))];
