import type { ChannelAddress } from '#domain/channels/channel-address-rules.ts';
import type { ChannelFields } from '#domain/channels/channel-rules.ts';
import { KINDS_WITH_SIGN_IN, type Platform } from '#domain/channels/platform-rules.ts';
import { dayOf, daysBefore } from './demo-calendar.ts';
import type { DemoChannel } from './demo-channels.ts';
import { mannersOf, RESULTS } from './demo-manners.ts';
import { type DemoRoom, named } from './demo-room.ts';

/** Where a channel is, and on what. */
export interface DemoPlace {
  address: ChannelAddress;
  platform: Platform;
  place: string;
}

/** How soon each of the channels of an emergency can carry a message, as the last exercise showed. */
const MINUTES_IN_TURN = [60, 5, 10, 15, 20, 45];

/** All that the register knows of a channel. What the tables leave open comes from its platform, or from chance. */
export function fieldsOf(room: DemoRoom, channel: DemoChannel, where: DemoPlace, addedDaysAgo: number): ChannelFields {
  const { people, units, chance } = room;
  const { name, unit, objective, audience, languages, emergencyOrder, circle, status } = channel;
  const { platformKey, url, handle, linkKey } = where.address;
  const openedDaysAgo = addedDaysAgo + chance.between(20, 2600);
  return {
    ...{ name, platformKey, url, handle, linkKey, platformId: '', place: where.place, languages, objective, audience },
    ...mannersOf(where.platform),
    ...keysOf(room, where.platform),
    ...(status === 'no-access' && ({ signInKeptIn: 'unknown', signInPlace: '', twoStepSignIn: 'unknown' } as const)),
    ...resultOf(room),
    accountKind: 'corporate',
    contactsKeptIn: where.platform.kind === 'e-mail' ? 'The mailing tool, under the team’s name' : '',
    unitId: named(units, unit),
    ownerId: channel.owner ? named(people, channel.owner).id : null,
    deputyId: channel.deputy ? named(people, channel.deputy).id : null,
    teamMailbox: `${unit}@sandford.example`,
    outOfHoursPhone: emergencyOrder === null ? '' : '01632 960999',
    emergencyUse: emergencyOrder !== null,
    emergencyOrder,
    postsWithinMinutes: emergencyOrder === null ? null : MINUTES_IN_TURN[emergencyOrder % MINUTES_IN_TURN.length]!,
    status,
    openedOn: status === 'requested' || status === 'approved' ? null : dayAgo(room, openedDaysAgo),
    circle,
    tags: [],
    notes:
      status === 'no-access' ? 'The last person who could sign in has left. Kofi has written to the platform.' : '',
  };
}

/** Who holds the keys, for those that have any. */
function keysOf(room: DemoRoom, { kind }: Platform) {
  const { chance } = room;
  const hasKeys = KINDS_WITH_SIGN_IN.includes(kind);
  if (!hasKeys)
    return {
      ...({
        centralTeamHasAccess: null,
        centralAccessCheckedOn: null,
        signInKeptIn: 'unknown',
        signInPlace: '',
      } as const),
      ...({ recoveryIsShared: null, twoStepSignIn: 'not-offered', twoStepCheckedOn: null } as const),
    };
  const checkedOn = dayAgo(room, chance.between(20, 300));
  const signInKeptIn = chance.pick(['password-manager', 'platform-roles', 'platform-roles', 'single-sign-on'] as const);
  return {
    centralTeamHasAccess: chance.inHundred(80),
    centralAccessCheckedOn: checkedOn,
    signInKeptIn,
    signInPlace: signInKeptIn === 'password-manager' ? 'Shared vault of the communications team' : '',
    recoveryIsShared: chance.inHundred(75),
    twoStepSignIn: chance.inHundred(70) ? ('on' as const) : ('off' as const),
    twoStepCheckedOn: checkedOn,
  };
}

function resultOf(room: DemoRoom) {
  if (!room.chance.inHundred(40)) return { measure: '', latestResult: '', latestResultOn: null };
  const [measure, latestResult] = room.chance.pick(RESULTS);
  return { measure, latestResult, latestResultOn: dayAgo(room, room.chance.between(15, 120)) };
}

const dayAgo = ({ now, settings }: DemoRoom, days: number) =>
  dayOf(daysBefore(now, days), settings.timeZone).toString();
