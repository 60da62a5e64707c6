import type { Circle } from '#domain/people/viewer.ts';

/** A collection as the demo tells it: keepers by their keys, the first one started it; lessons by their titles. */
export interface DemoCollection {
  title: string;
  introduction: string;
  circle: Circle;
  keepers: readonly string[];
  daysAgo: number;
  lessons: readonly { title: string; line: string }[];
}

export const demoCollections: readonly DemoCollection[] = [
  {
    title: 'Getting started with newsletters',
    introduction: `For whoever is about to start one, or has been given one that somebody else began.

Read the first before you choose how often. The last is about what becomes of a newsletter that nobody owns.`,
    circle: 'public',
    keepers: ['lena', 'sunita'],
    daysAgo: 90,
    lessons: [
      { title: 'From a weekly newsletter to a monthly one', line: 'Less often, read by more: the one to begin with.' },
      {
        title: 'The deadline on the first line',
        line: 'What stands in the first line decides whether the rest is read.',
      },
      { title: 'The insert with the bill that nobody reads', line: 'What a newsletter must not become.' },
      { title: 'Eleven accounts closed in one afternoon', line: 'Where newsletters without an owner end.' },
    ],
  },
  {
    title: 'Letters that people open',
    introduction:
      'Five things we changed in letters about money and appointments, and what came of each. Start at the top: the first two are done in a week.',
    circle: 'public',
    keepers: ['beatrix'],
    daysAgo: 40,
    lessons: [
      { title: 'Red ink does not help', line: 'Costs nothing.' },
      { title: 'One side of paper for the council tax reminder', line: '' },
      { title: 'Easy read for the letter after an assessment', line: 'Written with those who get it.' },
      { title: 'Large print first', line: '' },
      { title: 'A text the day before a repair', line: 'When a letter is the wrong thing.' },
    ],
  },
  {
    title: 'Who speaks when nobody is in the office',
    introduction: 'For everybody on the rota of the out-of-hours accounts. Please read it before your first weekend.',
    circle: 'staff',
    keepers: ['kofi'],
    daysAgo: 15,
    lessons: [
      { title: 'Who may speak at 3 am', line: 'The three names, and why there are three.' },
      { title: 'Warn by street, not by town', line: '' },
      { title: 'A hand-over takes three weeks, not one mail', line: 'For when you leave the rota.' },
    ],
  },
];
