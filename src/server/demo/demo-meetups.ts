import type { DemoMeetup } from './demo-meetup.ts';
import { otherMeetups } from './demo-meetups-ahead.ts';
import { pastMeetups } from './demo-meetups-past.ts';

export const demoMeetups: readonly DemoMeetup[] = [...pastMeetups, ...otherMeetups];
