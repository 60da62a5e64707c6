import type { Decision } from '#domain/requests/decision-commands.ts';
import { EMPTY_OPENING, type OpeningWish } from '#domain/requests/request-rules.ts';

export interface DemoRequest {
  /** Who asks, which unit it is for and who would stand in, by their keys. */
  by: string;
  unit: string;
  deputy?: string;
  daysAgo: number;
  wish: Omit<OpeningWish, 'unitId' | 'deputyId'>;
  /** What the keeper said, and how many days ago; undefined while it waits. */
  decided?: { verdict: Decision['verdict']; daysAgo: number; words: string };
}

/** New channels that somebody asks for, one in each state. */
export const demoRequests: readonly DemoRequest[] = [
  {
    ...{ by: 'callum', unit: 'museums', deputy: 'odette', daysAgo: 12 },
    wish: {
      ...EMPTY_OPENING,
      ...{
        who: 'people with old photographs',
        canDo: 'find out who is in them',
        audience: 'Older people and family historians',
      },
      ...{ name: 'Who is this? Sandford', link: 'https://www.facebook.com/groups/whoisthissandford' },
      whyNew: 'On the museum page a question is gone after a day. A group keeps it.',
      whoPosts: 'The archivist and two volunteers, twice a week.',
      eveningsAndWeekends: 'A volunteer on Sunday evening.',
      risks: 'Faces of people who are alive. We ask first.',
      ...{ managerName: 'The museums manager', managerAgreedOn: '2026-09-01' },
    },
  },
  {
    ...{ by: 'dilip', unit: 'adult-care', daysAgo: 30 },
    wish: {
      ...EMPTY_OPENING,
      ...{
        who: 'carers of people with dementia',
        canDo: 'see when a place at the day centre is free',
        audience: 'Carers who look at night',
      },
      ...{ name: 'Free places at the day centre', link: 'https://whatsapp.com/channel/0029VaSandfordCare' },
      whyNew: 'The letter comes when the place is gone.',
      whoPosts: 'The day centre, whenever a place is free.',
      eveningsAndWeekends: 'Nobody. It says so.',
      ...{ managerName: 'The adult care manager', managerAgreedOn: '2026-10-12' },
    },
    decided: {
      verdict: 'asked-back',
      daysAgo: 27,
      words: 'Could it be part of the carers’ letter? Whom would you miss there?',
    },
  },
  {
    ...{ by: 'freya', unit: 'children', daysAgo: 80 },
    wish: {
      ...EMPTY_OPENING,
      ...{ who: 'young people', canDo: 'say what they think of the skate park', audience: 'Twelve to sixteen' },
      ...{ name: 'Skate park talk', link: 'https://www.instagram.com/sandfordskatetalk/' },
      whyNew: 'The youth council account is for everything.',
      whoPosts: 'Youth workers, weekly.',
      eveningsAndWeekends: 'Youth workers, until eight.',
      ...{ managerName: 'The youth manager', managerAgreedOn: '2026-08-20' },
    },
    decided: {
      ...{ verdict: 'refused', daysAgo: 76 },
      words: 'The youth council has asked us for fewer accounts, not more. Please post on theirs: they would like it.',
    },
  },
  {
    ...{ by: 'isla', unit: 'parks', daysAgo: 40 },
    wish: {
      ...EMPTY_OPENING,
      ...{
        who: 'people who water a street tree',
        canDo: 'see which one is thirsty',
        audience: 'Neighbours of new trees',
      },
      ...{ name: 'Thirsty trees', link: 'https://www.instagram.com/sandfordthirstytrees/' },
      whyNew: 'Nobody looks for a tree on the page about parks.',
      whoPosts: 'The tree officer, each week in summer.',
      eveningsAndWeekends: 'Nobody. Trees can wait until Monday.',
      ...{ managerName: 'The parks manager', managerAgreedOn: '2026-10-01' },
    },
    decided: {
      ...{ verdict: 'agreed', daysAgo: 35 },
      words: 'Good idea, and a promise you can keep. Begin when the first tree is in.',
    },
  },
];

/** One that nobody but its author has seen. */
export const demoRequestDraft: DemoRequest = {
  ...{ by: 'ines', unit: 'public-health', daysAgo: 2 },
  wish: {
    ...EMPTY_OPENING,
    ...{
      who: 'people who want to stop smoking',
      canDo: 'find somebody to do it with',
      audience: 'Smokers and their friends',
    },
  },
};
