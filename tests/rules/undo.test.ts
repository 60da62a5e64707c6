import { expect, test } from 'vitest';
import { type FieldName, readValue, textOf } from '#domain/channels/channel-value-rules.ts';
import { channelFields, onX, TODAY } from '#tests/support/channels.ts';

const FULL = channelFields('libraries', {
  ...onX('sandford'),
  ...{ languages: ['en', 'cy'], whoPosts: ['comms', 'frontline'], tags: ['a b', 'c'], emergencyUse: true },
  ...{ emergencyOrder: 3, centralTeamHasAccess: false, recoveryIsShared: true, ownerId: 'ann', deputyId: 'ben' },
  ...{ latestResultOn: TODAY, openedOn: TODAY, centralAccessCheckedOn: TODAY, twoStepCheckedOn: TODAY },
});

test.each([
  ['full', FULL],
  ['nearly empty', channelFields('libraries', { handle: '', tags: [], place: '' })],
])('what the history says of any field of a %s channel can be put back exactly', (_, fields) => {
  for (const field of Object.keys(fields) as FieldName[])
    expect([field, readValue(field, textOf(fields[field]))]).toEqual([field, fields[field]]);
});
