import type { ChannelFields } from '#domain/channels/channel-rules.ts';
import type { Platform } from '#domain/channels/platform-rules.ts';

type Manners = Pick<
  ChannelFields,
  'mode' | 'whoPosts' | 'monitoredHours' | 'responsePromise' | 'outOfHours' | 'notFor' | 'objectiveKind'
>;
type Way = 'account' | 'messages' | 'mailbox' | 'line' | 'table' | 'telling';

const ATTENDED = {
  mode: 'conversation',
  whoPosts: ['frontline'],
  monitoredHours: 'Monday to Friday, 9 am to 5 pm, not on bank holidays',
  outOfHours: 'For a burst pipe, a fallen tree or somebody without a roof tonight ring 01632 960000 at any hour.',
  objectiveKind: 'use-service',
} satisfies Partial<Manners>;

const MANNERS: Record<Way, Manners> = {
  account: {
    ...ATTENDED,
    whoPosts: ['comms', 'frontline'],
    responsePromise: '2-3-working-days',
    notFor: 'Telling us of an emergency, complaints, and anything with your address in it',
    objectiveKind: 'trust',
  },
  messages: { ...ATTENDED, responsePromise: 'same-day', notFor: 'Emergencies' },
  mailbox: {
    ...ATTENDED,
    responsePromise: '2-3-working-days',
    notFor: 'Anything that cannot wait until tomorrow',
  },
  line: {
    ...ATTENDED,
    responsePromise: '1-hour',
    notFor: 'Life in danger: ring 999',
  },
  table: {
    ...ATTENDED,
    monitoredHours: '',
    outOfHours: '',
    responsePromise: 'same-day',
    notFor: '',
    objectiveKind: 'listen',
  },
  telling: {
    mode: 'broadcast',
    whoPosts: ['comms', 'specialists'],
    monitoredHours: '',
    outOfHours: '',
    responsePromise: 'not-monitored',
    notFor: '',
    objectiveKind: 'use-service',
  },
};

/** How channels on a platform are kept: by whom, when somebody is there, and how soon they answer. */
export const mannersOf = (platform: Platform): Manners => MANNERS[wayOf(platform)];

function wayOf({ key, kind }: Platform): Way {
  if (kind === 'social') return 'account';
  if (kind === 'phone') return 'line';
  if (key === 'e_mail') return 'mailbox';
  if (key === 'whatsapp' || key === 'whatsapp_group') return 'messages';
  if (['counter', 'event_stall', 'mobile_library_stop'].includes(key)) return 'table';
  return 'telling';
}

/** What was counted last, by those who count: what changed for people, never how many looked. */
export const RESULTS = [
  ['Questions answered within the promise', '87 in a hundred, over three months'],
  ['People who say they found what they came for', '41 of 50 asked'],
  ['People who did what we had asked for', 'One in five, up from one in eight'],
  ['Calls on the same subject', 'Down by a third since it began'],
  ['People who came because of it', '64, by asking at the door'],
] as const;
