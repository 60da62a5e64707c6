import type { Database } from '#db/database.ts';
import { saveChannel } from '#domain/channels/channel-commands.ts';
import type { ChannelFilters } from '#domain/channels/channel-filter-rules.ts';
import type { ChannelFields } from '#domain/channels/channel-rules.ts';
import { installPlatforms } from '#domain/channels/platform-commands.ts';
import { newId } from '#server/chance.ts';

export const NOW = new Date('2026-12-03T10:00:00Z');
export const TODAY = '2026-12-03';

export const NO_FILTERS: ChannelFilters = {
  query: '',
  unitIds: undefined,
  platformKey: '',
  language: '',
  status: '',
  review: '',
  hasNoOwner: false,
  hasNoDeputy: false,
  hasNoResult: false,
};

/** A plain open channel of a unit: a notice board, so that no link stands in the way. */
export const channelFields = (unitId: string, wished: Partial<ChannelFields> = {}): ChannelFields => ({
  name: 'Library notice board',
  platformKey: 'notice_board',
  url: null,
  handle: '',
  linkKey: null,
  platformId: '',
  place: 'By the door',
  languages: ['en'],
  accountKind: 'corporate',
  mode: 'broadcast',
  whoPosts: [],
  contactsKeptIn: '',
  objective: 'Say what is on this month',
  objectiveKind: '',
  audience: 'Everyone who comes in',
  measure: '',
  latestResult: '',
  latestResultOn: null,
  unitId,
  ownerId: null,
  deputyId: null,
  teamMailbox: 'libraries@council.example',
  centralTeamHasAccess: null,
  centralAccessCheckedOn: null,
  signInKeptIn: 'unknown',
  signInPlace: '',
  recoveryIsShared: null,
  twoStepSignIn: 'not-offered',
  twoStepCheckedOn: null,
  monitoredHours: '',
  responsePromise: 'not-monitored',
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
  ...wished,
});

/** Fields of an account on X, the way a pasted link fills them. */
export const onX = (handle: string, wished: Partial<ChannelFields> = {}): Partial<ChannelFields> => ({
  name: handle,
  platformKey: 'x',
  url: `https://x.com/${handle}`,
  handle,
  linkKey: `x:${handle.toLowerCase()}`,
  place: '',
  ...wished,
});

/** A database with the platforms, and short ways to put a unit, a person and a channel into it. */
export function channelRoom({ read, write }: Pick<Database, 'read' | 'write'>) {
  const addUnit = (id: string, name = id, parentId: string | null = null) =>
    write((tx) => tx.insert(tx.tables.units).values({ id, slug: id, name, parentId, aliases: [] }));
  const addPerson = (id: string, facts: { circle?: 'public' | 'partner' | 'staff'; showsName?: boolean } = {}) =>
    write((tx) =>
      tx.insert(tx.tables.people).values({
        id,
        email: `${id}@council.example`,
        name: `Name of ${id}`,
        jobTitle: `Job of ${id}`,
        circle: 'staff',
        showsName: false,
        createdAt: NOW,
        ...facts,
      }),
    );
  const save = (id: string, fields: ChannelFields, checkedOn: string | null = null) =>
    write((tx) => saveChannel(tx, { id, fields, checkedOn, savedById: null, now: NOW, newId }));
  return { read, write, addUnit, addPerson, save };
}

/** A room with one unit, `libraries`. */
export async function openChannelRoom(open: () => Promise<Database>) {
  const room = channelRoom(await open());
  await room.write((tx) => installPlatforms(tx));
  await room.addUnit('libraries', 'Libraries');
  return room;
}
