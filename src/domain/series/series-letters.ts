import type { Letter, LetterOfKind } from '../mail/letter-rules.ts';
import { sayDate } from '../time/date-words.ts';

/** What every letter about a series needs. */
export interface SeriesLetterFacts {
  to: string;
  name: string;
  series: { name: string; slug: string };
  siteName: string;
  siteUrl: string;
}

const addressOf = ({ siteUrl, series }: SeriesLetterFacts) => `${siteUrl}/series/${series.slug}`;

/** To the hosts, some weeks before the last of them leaves. */
export const hostsLeaveLetter =
  (lastDay: string) =>
  (facts: SeriesLetterFacts): Letter => ({
    to: facts.to,
    subject: `Who hosts next? ${facts.series.name}`,
    name: facts.name,
    paragraphs: [
      `the last host of ${facts.series.name} stops on ${sayDate(lastDay)}. Meetups end when their hosts move on, and nobody notices in time.`,
      'Ask somebody who comes often: it takes an hour a month. Then put two names and how long they stay on the page below, or make your own term longer.',
    ],
    link: { label: 'Change the hosts', url: `${addressOf(facts)}/edit` },
    closing: [facts.siteName],
  });

/** To the hosts, when no date is ahead. */
export const noDateLetter = (facts: SeriesLetterFacts): Letter => ({
  to: facts.to,
  subject: `No date ahead: ${facts.series.name}`,
  name: facts.name,
  paragraphs: [
    `${facts.series.name} has no date ahead. People who follow it see an empty page.`,
    'Give it a rhythm, and its dates make themselves; or announce one date; or let the series rest and say why.',
  ],
  link: { label: 'Give it a date', url: addressOf(facts) },
  closing: [
    'If nothing changes within four weeks, we tell those who follow it that there is no date yet.',
    facts.siteName,
  ],
});

/** To somebody who follows, when there has been no date ahead for weeks. */
export const quietLetter =
  (stop: string) =>
  (facts: SeriesLetterFacts): LetterOfKind => ({
    kind: 'series',
    to: facts.to,
    subject: `No date yet: ${facts.series.name}`,
    name: facts.name,
    paragraphs: [
      `you follow ${facts.series.name}. There has been no date for some weeks, and we would rather say so than be silent.`,
      'Would you like to host one? Its hosts would be glad: an hour, a café, three topics. Otherwise there is nothing to do; we write as soon as there is a date.',
    ],
    link: { label: 'See the series', url: addressOf(facts) },
    closing: [stopLine(stop)],
  });

export const stopLine = (stop: string) => `Don’t want these letters? Stop them here, without signing in:\n${stop}`;
