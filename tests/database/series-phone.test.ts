import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { saveMeetup } from '#domain/meetups/meetup-commands.ts';
import { saveRsvp } from '#domain/meetups/rsvp-commands.ts';
import { findNoticeBoard } from '#domain/notice-board/notice-board-queries.ts';
import { CIRCLES, type Circle } from '#domain/people/viewer.ts';
import { newId } from '#server/chance.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { meetupWish, NOW, timesOf } from '#tests/support/meetup-room.ts';
import { somebody } from '#tests/support/rsvps.ts';
import { openSeriesRoom } from '#tests/support/series-room.ts';

const PHONE = '01632 960 001';

/** A meetup of a series that has a phone number: somebody comes, and then it moves. */
async function openSeriesWithPhone(open: Parameters<typeof openSeriesRoom>[0], series: Circle, circle: Circle) {
  const room = await openSeriesRoom(open, { circle: series, phone: PHONE });
  const wish = meetupWish({ circle, seriesId: room.seriesId });
  await room.write((tx) => saveMeetup(tx, wish, { savedById: 'ann', newId, now: NOW }));
  const whose = { meetupId: wish.id, circles: CIRCLES, email: 'rosa@home.example' };
  const rsvp = { whose, who: somebody('rosa'), partySize: 1, needs: null };
  await room.write((tx) => saveRsvp(tx, rsvp, room.stationery, NOW));
  await room.edit({ ...wish, times: timesOf('2026-12-04T10:00', '2026-12-04T11:30') });
  const letters = await room.letters();
  return { ...room, namesPhone: letters.map(({ plainText }) => plainText.includes(PHONE)) };
}

const OPEN: [Circle, Circle][] = [
  ['public', 'public'],
  ['public', 'staff'],
  ['partner', 'partner'],
  ['partner', 'staff'],
  ['staff', 'staff'],
];
const CLOSED: [Circle, Circle][] = [
  ['partner', 'public'],
  ['staff', 'public'],
  ['staff', 'partner'],
];

forEachEngine((open) => {
  test.each(OPEN)('letters about a date of a %s series that is for %s name whom to ring', async (series, circle) => {
    const { namesPhone } = await openSeriesWithPhone(open, series, circle);
    expect(namesPhone).toEqual([true, true]);
  });

  test.each(CLOSED)('a %s series keeps its phone number out of letters about a date for %s', async (series, circle) => {
    const { namesPhone } = await openSeriesWithPhone(open, series, circle);
    expect(namesPhone).toEqual([false, false]);
  });

  test('the notice board prints the phone number of a series that everyone may see, and of no other', async () => {
    const phonesOn = async (series: Circle) => {
      const { read } = await openSeriesWithPhone(open, series, 'public');
      const { meetups } = await findNoticeBoard(read, Temporal.PlainYearMonth.from('2026-12'), 'Europe/London');
      return meetups.map(({ phone }) => phone);
    };
    expect(await phonesOn('public')).toEqual([PHONE]);
    expect(await phonesOn('staff')).toEqual(['']);
  });
});
