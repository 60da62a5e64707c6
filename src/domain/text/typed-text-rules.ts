/** Control characters other than tab and line end, and those that turn the direction of text round. */
const UNSEEN = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu;

/** Several lines as they are kept: no control or direction-override characters, line ends as LF, no space around them. */
export const tidyText = (text: string): string =>
  text.replaceAll('\r\n', '\n').replace(UNSEEN, '').normalize('NFC').trim();

/** More than one plain space, or another: a text without it stays as it is, and is not put together anew from its words. */
const WIDE_SPACE = /\s{2,}|[^\S ]/g;

/** A text on one line, no space around it. */
export const onOneLine = (text: string): string => text.replace(WIDE_SPACE, ' ').trim();

/** One line as it is kept. */
export const tidyLine = (text: string): string => onOneLine(tidyText(text));

/** As a sentence begins. */
export const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** At most so many characters, cut between words. */
export const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/\s+\S*$|[\ud800-\udbff]$/, '')}…`;
