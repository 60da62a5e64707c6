import { Temporal } from 'temporal-polyfill';

/** The kind of job that asks how a try-out went. */
export const ASK = 'ask-try-out';

/** After so many letters without an answer a try-out is forgotten. */
export const MOST_ASKED = 3;

const USUAL_DAYS = 28;
const LONGEST_DAYS = 366;

/** The day a form proposes: four weeks on. */
export const usualDay = (today: string): string => daysAfter(today, USUAL_DAYS);

/** Whether somebody can be asked on a day: after today, within a year. */
export const isAskable = (day: string, today: string): boolean => day > today && day <= daysAfter(today, LONGEST_DAYS);

/** Three weeks after a letter that nobody answered. */
export const askAgainAt = (now: Date): Date => new Date(now.getTime() + 21 * 86_400_000);

/** What is unique while a try-out has no result. */
export const openKeyOf = (lessonId: string, personId: string): string => `${lessonId} ${personId}`;

const daysAfter = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();
