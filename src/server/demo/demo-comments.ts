/** What people say in the demo, in order: people by their keys, a hat by the key of a unit. */
export interface DemoComment {
  /** The title of a lesson, or the name of a channel. */
  under: string;
  by: string;
  hat?: string;
  daysAgo: number;
  words: string;
  answers?: readonly Omit<DemoComment, 'under' | 'answers'>[];
}

const NEWSLETTER = 'From a weekly newsletter to a monthly one';

export const demoComments: readonly DemoComment[] = [
  {
    under: NEWSLETTER,
    by: 'rosa',
    daysAgo: 24,
    words: `As one who gets it: I used to delete it unread on Fridays. Now I read it with my tea.

What I miss is the list of **what is on this week**. Could that stand on the door of the library instead?`,
    answers: [
      {
        by: 'tomasz',
        hat: 'libraries',
        daysAgo: 23,
        words: 'It could, and from Monday it does: one sheet, large print, changed each week. Thank you for saying so.',
      },
      { by: 'rosa', daysAgo: 20, words: 'Seen it. It is at the height of a wheelchair as well, well done.' },
    ],
  },
  {
    under: NEWSLETTER,
    by: 'sunita',
    daysAgo: 17,
    words: `It went the other way for us. With a month between two of them people rang more, not less:

- they had missed a date, or
- they thought that we had stopped.

We are back at every two weeks. @Deryn Ashplant, was it the same for collection days?`,
    answers: [
      {
        by: 'deryn',
        hat: 'waste',
        daysAgo: 16,
        words: 'Dates never worked in a newsletter for us, weekly or monthly. They stand on the bin now.',
      },
    ],
  },
  {
    under: 'Red ink does not help',
    by: 'parveen',
    daysAgo: 9,
    words:
      'We had red envelopes at the trust for years. Nobody had ever asked what they were for. Trying it with the clinic letters from next month.',
  },
  {
    under: 'Signing morning at the Town Hall',
    by: 'rosa',
    daysAgo: 12,
    words: 'My neighbour would come if she knew for certain that the interpreter is there. Is there a day to ring?',
  },
];
