import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { saveSeries } from '#domain/series/series-commands.ts';
import { newId } from '#server/chance.ts';
import { channelFields, channelRoom } from '#tests/support/channels.ts';
import { openAs } from '#tests/support/chromium.ts';
import { writeLesson } from '#tests/support/lesson-form.ts';
import { topic } from '#tests/support/meetup-room.ts';
import { addMeetup } from '#tests/support/meetups.ts';
import { A3, A4, printed } from '#tests/support/paper.ts';
import { seriesWish } from '#tests/support/series-room.ts';
import { openTestSite } from '#tests/support/site.ts';

const site = await openTestSite({ PHONE: '01632 960 100' });
const words = (letters: number) => 'Everything about allotments '.repeat(40).slice(0, letters).trim();
const [cafe, wordy] = await site.site.write(async (tx) => [
  await addMeetup(tx, { title: 'Winter café' }),
  await addMeetup(tx, {
    title: words(120),
    cost: words(120),
    topics: [topic(words(120)), topic(words(120)), topic(words(120))],
    venue: {
      fields: {
        ...{ name: words(120), address: words(300), findUs: words(200), phone: '', accessNotes: '' },
        ...{ stepFree: 'yes', toilet: 'yes', hearingLoop: 'yes', parking: 'yes' },
      },
    },
  }),
]);

const stranger = site.stranger();
const print = (path: string, options = {}) => printed(stranger, path, options);
const POSTER = `/meetups/${cafe!.meetup.slug}/poster`;
const ADDRESS = `${site.url.replace('http://', '')}/m/1`;

test.each([
  ['a poster', '?size=a4', A4],
  ['a large poster', '?size=a3', A3],
  ['a poster with strips', '?kind=strips', A4],
  ['a large one with strips', '?kind=strips&size=a3', A3],
])('%s is one sheet that says what, when, where, and two ways to come', async (_, query, size) => {
  const paper = await print(POSTER + query);
  expect(paper.size).toEqual(size);
  expect(paper.sheets).toHaveLength(1);
  for (const fact of ['Winter café', 'Thursday 3 December 2026', '10 am to 11.30 am', 'The Copper Kettle', ADDRESS])
    expect(paper.sheets[0]).toContain(fact);
  expect(paper.sheets[0]).toContain('01632 960 100');
  expect(paper.sheets[0]!.split(ADDRESS)).toHaveLength(query.includes('strips') ? 12 : 2);
  expect(paper.sheets[0]).not.toContain('Choose one and print');
});

test('however many words there are, a poster is one sheet', async () => {
  for (const kind of ['poster', 'strips'])
    expect((await print(`/meetups/${wordy!.meetup.slug}/poster?kind=${kind}`)).sheets).toHaveLength(1);
});

test('no word of a poster is cut off or written over what stands below', async () => {
  const page = await (await openAs(stranger)).newPage();
  for (const { meetup } of [cafe!, wordy!])
    for (const query of ['?kind=poster', '?kind=strips', '?kind=strips&size=a3']) {
      await page.goto(`${site.url}/meetups/${meetup.slug}/poster${query}`);
      await page.emulateMedia({ media: 'print' });
      const over = await page.locator('.poster-words').evaluate((words) => words.scrollHeight - words.clientHeight);
      expect(over, `${meetup.slug}${query}`).toBeLessThanOrEqual(0);
    }
  await page.close();
});

test('in large print everything is there, on as many sheets as it takes', async () => {
  const { sheets, size } = await print(`${POSTER}?kind=large`);
  expect(size).toEqual(A4);
  expect(sheets.join(' ')).toContain('The table with the dragon');
  expect(sheets.join(' ')).toContain(ADDRESS);
});

test('the printed page of a meetup says where to save a place', async () => {
  const { sheets, size } = await print(`/meetups/${cafe!.meetup.slug}`);
  expect(size).toEqual(A4);
  expect(sheets[0]).toContain(`Save your place: ${ADDRESS}, or ring 01632 960 100`);
});

test('the running order says from when to when, who starts and that there are no slides', async () => {
  const { sheets, size } = await print(`/meetups/${cafe!.meetup.slug}/running-order`);
  expect([size, sheets.length]).toEqual([A4, 1]);
  for (const fact of [
    '10 am to 10.30 am',
    'Subtitles in an afternoon',
    'Priya',
    '10.30 am to 11 am',
    'Bins',
    'No slides.',
  ])
    expect(sheets[0]).toContain(fact);
  const large = await print(`/meetups/${wordy!.meetup.slug}/running-order?kind=large`);
  expect(large.sheets.join(' ')).toContain('11 am');
});

test('a poster of a series says its rhythm and where to come along', async () => {
  const wish = seriesWish({ hosts: [{ personId: cafe!.meetup.hostId, fromOn: '2026-01-01', untilOn: null }] });
  await site.site.write((tx) => saveSeries(tx, wish, 'Europe/London', newId, site.clock.now()));
  const { sheets, size } = await print('/series/open-cafe/poster');
  expect([size, sheets.length]).toEqual([A4, 1]);
  expect(sheets[0]).toContain('Open café');
  expect(sheets[0]).toContain(`${site.url.replace('http://', '')}/series/open-cafe`);
});

test('the notice board of a month is one sheet with its dates, whom to ring and short addresses, and has large print', async () => {
  const writer = await site.signedIn('ines@council.example', { name: 'Ines' });
  await writeLesson(writer, { title: 'Signs that point home', tryThis: 'Walk the way once with a stranger.' });
  const { sheets, size } = await print('/notice-board/2026-12');
  expect([size, sheets.length]).toEqual([A4, 1]);
  for (const fact of ['December 2026', 'Winter café', 'Thursday 3 December 2026, 10 am', 'The Copper Kettle'])
    expect(sheets[0]).toContain(fact);
  expect(sheets[0]).toContain('ring 01632 960 100');
  expect(sheets[0]).toContain('Walk the way once with a stranger.');
  for (const address of [ADDRESS, `${site.url.replace('http://', '')}/l/1`])
    expect(sheets[0]?.replaceAll(' ', ''), 'it may take two lines').toContain(address);
  expect(sheets[0]).not.toContain('Large print');
  const large = await print('/notice-board/2026-12?kind=large', { dark: true });
  expect(large.size).toEqual(A4);
  expect(large.sheets.join(' ')).toContain('Winter café');
  expect((await site.stranger().open('/l/1')).text).toContain('Signs that point home');
});

test('tables are printed with everybody by table on one sheet and by name on the next', async () => {
  const hetty = await site.signedIn('hetty@council.example', { name: 'Hetty Host' });
  const { id: meetupId, slug } = cafe!.meetup;
  const names = Array.from({ length: 25 }, (_, at) => `Guest ${at} of the café`);
  await site.site.write((tx) =>
    tx.insert(tx.tables.rsvps).values(
      names.map((name, at) => ({
        ...{ id: newId(), meetupId, name, circle: 'public' as const, status: 'going' as const, partySize: 1 },
        ...{ turn: at + 1, route: 'phone' as const, savedAt: site.clock.now() },
      })),
    ),
  );
  await hetty.send(`/meetups/${slug}/tables`, 'tables.mix', { meetupId, easyTables: '1' });
  const { sheets } = await printed(hetty, `/meetups/${slug}/tables`);
  expect(sheets).toHaveLength(2);
  for (const sheet of sheets) for (const name of names) expect(sheet).toContain(name);
});

test('the emergency sheet is one sheet with every channel, who can post and whom to ring', async () => {
  const staff = await site.signedIn('rhys@council.example', { name: 'Rhys Coldwater' });
  const room = channelRoom(site.site);
  await room.addUnit('resilience', 'Community safety');
  const names = Array.from({ length: 12 }, (_, at) => `Siren ${at + 1} of the town`);
  for (const [at, name] of names.entries())
    await room.save(
      `siren-${at}`,
      channelFields('resilience', {
        ...{ name, emergencyUse: true, emergencyOrder: at + 1, postsWithinMinutes: 5, place: words(80) },
        ...{ ownerId: staff.person.id, outOfHoursPhone: '01632 960999' },
      }),
    );
  const { sheets, size } = await printed(staff, '/channels/emergency');
  expect([size, sheets.length]).toEqual([A4, 1]);
  for (const name of names) expect(sheets[0]).toContain(name);
  expect(sheets[0]).toContain('Owner: Rhys Coldwater');
  expect(sheets[0]).toContain('01632 960999');
  expect(sheets[0]).not.toContain('Take it with you');
});

test('the QR code of a poster leads to the meetup', async () => {
  const page = await (await openAs(stranger, { deviceScaleFactor: 2 })).newPage();
  await page.goto(site.url + POSTER);
  const picture = (await page.locator('.qr').screenshot()).toString('base64');
  const { data, width, height } = await page.evaluate(pixelsOf, picture);
  await page.close();
  expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(`http://${ADDRESS}`);
  const found = await site.stranger().open('/m/1');
  expect(found.text).toContain('Winter café');
});

test('paper is white in the dark, too', async () => {
  const page = await (await openAs(stranger, { colorScheme: 'dark' })).newPage();
  await page.goto(site.url + POSTER);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const [ink, paper] = await page.locator('.poster').evaluate((poster) => {
    const { color, backgroundColor } = getComputedStyle(poster);
    return [color, backgroundColor];
  });
  await page.close();
  expect([ink, paper]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
});

/** In the browser: the pixels of a PNG. */
async function pixelsOf(base64: string) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!;
  canvas.drawImage(picture, 0, 0);
  const { data, width, height } = canvas.getImageData(0, 0, picture.width, picture.height);
  return { data: [...data], width, height };
}
