import type { Letter } from '../mail/letter-rules.ts';

export interface WrongRecord {
  channelName: string;
  /** The page of the channel. */
  link: string;
  /** What is wrong, in the words of whoever found it. */
  words: string;
  /** Where to answer; empty when they left no address. */
  answerTo: string;
}

/** Tells the people who answer for a channel what somebody found wrong with its record. */
export const wrongRecordLetter = (to: string, { channelName, link, words, answerTo }: WrongRecord): Letter => ({
  to,
  subject: `Is this wrong? ${channelName}`,
  greeting: 'Hello,',
  paragraphs: [
    `somebody read what the register says about ${channelName}, and thinks that something is wrong. In their words:`,
    words,
    answerTo ? `You can answer them at ${answerTo}.` : 'They left no address.',
  ],
  link: { label: 'Look at it', url: link },
  closing: ['You get this because you answer for this channel or keep the register.'],
});
