import type { Letter } from '../mail/letter-rules.ts';
import { sayInstant, sayWhen } from '../time/date-words.ts';
import type { Topic } from './topic-facts.ts';

export interface TopicLetterFacts {
  topic: Topic;
  to: string;
  series: { name: string; slug: string; zone: string };
  /** Opens the page of this topic for whoever offered it. */
  link: string;
  siteName: string;
}

type Write = (facts: TopicLetterFacts) => Letter;

/** A meetup, as a letter says when it is. */
interface Occasion {
  title: string;
  startsLocal: string;
  endsLocal: string;
  zone: string;
}

/** To an address somebody typed: no word in it is theirs, or the form would carry anybody's words to any mailbox. */
export const confirmOfferLetter: Write = ({ topic, to, series, link, siteName }) => ({
  to,
  subject: `Please confirm your topic for ${series.name}`,
  paragraphs: [
    `somebody, you we hope, offered a topic for ${series.name} of ${siteName}.`,
    `It is not on the list yet. Open the page below and press the button${topic.heldUntil ? ` by ${sayInstant(topic.heldUntil, series.zone)}` : ''}.`,
  ],
  link: { label: 'Read it and put it on the list', url: link },
  closing: ['If it was not you, you can delete this mail. We will not write again.'],
});

/** To somebody who offered the same again: nothing was changed. */
export const knownOfferLetter: Write = ({ to, series, link }) => ({
  to,
  subject: `Your topic for ${series.name} is on the list`,
  paragraphs: [
    `somebody, you we hope, offered a topic for ${series.name} again that is on the list already. Nothing was changed.`,
  ],
  link: { label: 'See or withdraw it', url: link },
});

export const chosenLetter =
  (meetup: Occasion): Write =>
  ({ topic, to, link }) => ({
    to,
    subject: `Your topic is chosen: ${topic.title}`,
    paragraphs: [
      'the hosts have chosen the topic that you offered, for this meetup:',
      sayDate(meetup),
      'Tell across the table what you tried or what you wonder, in your own words and without slides: others join in. About half an hour is yours, and somebody takes notes.',
    ],
    link: { label: 'See your topic', url: link },
    closing: ['Cannot come, or would rather not? Say so on that page, and it goes no further.'],
  });

export const returnedLetter =
  (meetup: Occasion): Write =>
  ({ topic, to, link }) => ({
    to,
    subject: `Your topic is back on the list: ${topic.title}`,
    paragraphs: [
      `the topic that you offered will not be talked about at this meetup after all: ${topic.title}.`,
      sayDate(meetup),
      'It keeps its votes, and the hosts can choose it for another date.',
    ],
    link: { label: 'See your topic', url: link },
  });

export const removedLetter =
  (reason: string): Write =>
  ({ topic, to, series, siteName }) => ({
    to,
    subject: `Your topic was taken off the list: ${topic.title}`,
    paragraphs: [
      `a host of ${series.name} has taken the topic that you offered off the list. The reason stands there for everyone to read:`,
      reason,
    ],
    closing: [siteName],
  });

/** To the hosts of the meetup it was chosen for. */
export const takenBackLetter =
  (meetup: Occasion): Write =>
  ({ topic, to, link }) => ({
    to,
    subject: `A topic was taken back: ${topic.title}`,
    paragraphs: [
      'whoever offered this topic has taken it back, so there is room for another one:',
      topic.title,
      sayDate(meetup),
    ],
    link: { label: 'Choose another', url: link },
  });

const sayDate = ({ title, startsLocal, endsLocal, zone }: Occasion) =>
  `${title}\n${sayWhen(startsLocal, endsLocal, zone)}`;
