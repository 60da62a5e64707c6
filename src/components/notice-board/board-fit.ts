import type { NoticeBoard } from '#domain/notice-board/notice-board-rules.ts';

/** What surely goes on one sheet in letters of 13 points. */
const MOST_LETTERS = 800;
const MOST_ITEMS = 4;

/** Whether a sheet has so few words that they may stand larger: it is read from a step away. */
export function isRoomy({ meetups, lessons, channels }: NoticeBoard): boolean {
  const words = [
    ...meetups.flatMap(({ title, venue, cost }) => [title, venue.name, venue.address, venue.findUs, cost]),
    ...lessons.flatMap(({ title, tryThis }) => [title, tryThis]),
    ...channels.flatMap(({ name, platform, unit }) => [name, platform, unit]),
  ].join(' ');
  return words.length <= MOST_LETTERS && meetups.length + lessons.length <= MOST_ITEMS;
}
