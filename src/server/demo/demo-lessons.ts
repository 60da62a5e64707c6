import type { DemoLesson } from './demo-lesson.ts';
import { accountsLessons } from './demo-lessons-accounts.ts';
import { lettersLessons } from './demo-lessons-letters.ts';
import { moreLessons } from './demo-lessons-more.ts';
import { neighboursLessons } from './demo-lessons-neighbours.ts';
import { placesLessons } from './demo-lessons-places.ts';
import { townLessons } from './demo-lessons-town.ts';
import { trustLessons } from './demo-lessons-trust.ts';

export const demoLessons: readonly DemoLesson[] = [
  ...placesLessons,
  ...lettersLessons,
  ...accountsLessons,
  ...trustLessons,
  ...neighboursLessons,
  ...townLessons,
  ...moreLessons,
];

/** What the librarian has begun and not published. */
export const demoDraft: DemoLesson = {
  title: 'Author evenings on a Sunday afternoon',
  tryThis: 'Ask the people who never come when they could.',
  wanted: `Younger readers. On Thursday evenings the average age is, kindly put, mine plus twenty.`,
  happened: `We have moved three author evenings to Sundays at three. The second one is on Sunday. First figures below.`,
  nextTime: `To be written when we know.`,
  worked: 'too-early',
  by: ['lena'],
  units: ['libraries'],
  tags: ['events', 'opening-hours'],
  channels: ['Library newsletter'],
  daysAgo: 2,
};
