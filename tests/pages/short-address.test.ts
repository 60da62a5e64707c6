import { expect, test } from 'vitest';
import { addMeetup } from '#tests/support/meetups.ts';
import { openTestSite } from '#tests/support/site.ts';

const site = await openTestSite();
const add = (title: string, circle: 'public' | 'staff' = 'public') =>
  site.site.write((tx) => addMeetup(tx, { title, circle }));
const { meetup: first } = await add('Spring café');
const { meetup: second } = await add('Owners’ hour', 'staff');
const { meetup: third } = await add('Summer café');

test('meetups are numbered as they are made', () => {
  expect([first, second, third].map(({ number }) => number)).toEqual([1, 2, 3]);
});

test('the short address leads to the meetup, also with what people type along', async () => {
  const stranger = site.stranger();
  for (const typed of ['/m/3', '/m/03', '/m/3.', '/m/3%20']) {
    const page = await stranger.get(typed);
    expect([page.status, page.path], typed).toEqual([302, '/meetups/summer-cafe']);
  }
});

test('a number that nobody has, or that is not for this viewer, leads nowhere', async () => {
  const stranger = site.stranger();
  for (const typed of ['/m/2', '/m/4', '/m/0', '/m/-1', '/m/1e1', '/m/99999999999', '/m/spring'])
    expect((await stranger.get(typed)).status, typed).toBe(404);
  const colleague = await site.signedIn('sam.green@council.example');
  expect((await colleague.get('/m/2')).path).toBe('/meetups/owners-hour');
});
