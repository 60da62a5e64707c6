import type { ChannelFields } from './channel-rules.ts';
import type { ReadLine } from './import-rules.ts';
import type { Platform } from './platform-rules.ts';

/** What a new channel is, where its line says nothing. A platform that is gone takes its channels along. */
export function newChannelFields({ fields, closing }: ReadLine, platform: Platform | undefined) {
  const isGone = platform?.retiredOn != null && fields.status === undefined;
  const whole = { ...UNSAID, ...fields, ...(isGone && { status: 'closed' as const }) };
  const end = isGone ? { closedOn: platform.retiredOn as string, why: 'platform-gone' as const, ...closing } : closing;
  return { fields: whole, closing: end };
}

export const UNSAID = {
  name: '',
  platformKey: '',
  url: null,
  handle: '',
  linkKey: null,
  platformId: '',
  place: '',
  languages: ['en'],
  accountKind: 'corporate',
  mode: 'conversation',
  whoPosts: [],
  contactsKeptIn: '',
  objective: '',
  objectiveKind: '',
  audience: '',
  measure: '',
  latestResult: '',
  latestResultOn: null,
  teamMailbox: '',
  centralTeamHasAccess: null,
  centralAccessCheckedOn: null,
  signInKeptIn: 'unknown',
  signInPlace: '',
  recoveryIsShared: null,
  twoStepSignIn: 'unknown',
  twoStepCheckedOn: null,
  monitoredHours: '',
  responsePromise: '',
  outOfHours: '',
  outOfHoursPhone: '',
  notFor: '',
  emergencyUse: false,
  emergencyOrder: null,
  postsWithinMinutes: null,
  status: 'open',
  openedOn: null,
  circle: 'public',
  tags: [],
  notes: '',
} as const satisfies Omit<ChannelFields, 'unitId' | 'ownerId' | 'deputyId'>;
