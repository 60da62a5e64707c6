import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { closeChannel } from '#domain/channels/channel-closure-commands.ts';
import { walkRegister } from '#domain/channels/channel-export-queries.ts';
import { type ExportedRow, exportCells, exportColumns } from '#domain/channels/channel-export-rules.ts';
import type { ChannelFields } from '#domain/channels/channel-rules.ts';
import { summaryOf } from '#domain/channels/import-report-rules.ts';
import { STRANGER, type Viewer } from '#domain/people/viewer.ts';
import { newId } from '#server/chance.ts';
import { writeCsv } from '#server/csv.ts';
import { channelFields, NOW, onX, openChannelRoom } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { importInto, registerFile, wholeRegister } from '#tests/support/register-files.ts';
import { viewerIn } from '#tests/support/viewers.ts';

const keeper = viewerIn('staff', 'kim', { isKeeper: true });
const LATER = new Date('2027-01-01T10:00:00Z');

async function rowsFor(read: Database['read'], viewer: Viewer): Promise<ExportedRow[]> {
  const rows = [];
  for await (const part of walkRegister(read, viewer)) rows.push(...part);
  return rows;
}

async function fileFor(read: Database['read'], viewer: Viewer) {
  const rows = await rowsFor(read, viewer);
  return registerFile(Buffer.from(writeCsv([exportColumns(viewer), ...rows.map(exportCells)])));
}

/** Every field filled with something, hostile to spreadsheets where it may be. */
const FULL: Partial<ChannelFields> = {
  ...onX('pool'),
  name: '=HYPERLINK("https://evil.example")',
  languages: ['en', 'cy'],
  whoPosts: ['comms', 'frontline'],
  contactsKeptIn: "'=quoted",
  objective: '-1 "quoted", and; more',
  objectiveKind: 'listen',
  audience: '@everyone',
  measure: '+1',
  latestResult: 'better',
  latestResultOn: '2026-01-02',
  centralTeamHasAccess: false,
  centralAccessCheckedOn: '2026-01-03',
  signInKeptIn: 'sealed-envelope',
  recoveryIsShared: true,
  twoStepSignIn: 'on',
  twoStepCheckedOn: '2026-01-04',
  outOfHoursPhone: '+44 1632 960001',
  emergencyUse: true,
  emergencyOrder: 2,
  postsWithinMinutes: 15,
  openedOn: '2020-02-29',
  tags: ['a', 'b'],
  notes: 'one\ntwo',
  ownerId: 'ada',
  deputyId: 'bea',
};

async function openFullRoom(open: () => Promise<Database>) {
  const room = await openChannelRoom(open);
  await room.addPerson('ada');
  await room.addPerson('bea', { showsName: true });
  await room.save('1-full', channelFields('libraries', FULL), '2026-11-01');
  await room.save('2-board', channelFields('libraries', { circle: 'staff', name: 'Staff board' }));
  await room.save('3-partner', channelFields('libraries', { circle: 'partner', ...onX('trust'), name: 'Trust room' }));
  await room.save('4-requested', channelFields('libraries', { ...onX('wish'), status: 'requested' }));
  await room.save('5-closed', channelFields('libraries', { ...onX('old'), name: 'Old' }));
  const end = { closedOn: '2024-05-01', why: 'merged', handleFate: 'released', closedById: null } as const;
  await room.write((tx) => closeChannel(tx, { id: '5-closed', goInsteadId: '1-full', ...end, now: NOW, newId }));
  return room;
}

forEachEngine((open) => {
  test('each circle gets exactly its rows and columns', async () => {
    const { read } = await openFullRoom(open);
    const seen = async (viewer: Viewer) => (await rowsFor(read, viewer)).map(({ slug }) => slug);
    expect(await seen(STRANGER)).toEqual(['hyperlink-https-evil-example', 'old']);
    expect(await seen(viewerIn('partner'))).toEqual(['hyperlink-https-evil-example', 'trust-room', 'old']);
    expect(await seen(viewerIn('staff'))).toHaveLength(5);
    const secret = ['notes', 'tags', 'signInKeptIn', 'contactsKeptIn', 'ownerAddress', 'handleFate', 'twoStepSignIn'];
    const columns = async (viewer: Viewer) => Object.keys((await rowsFor(read, viewer))[0] ?? {});
    for (const viewer of [STRANGER, viewerIn('partner')])
      expect((await columns(viewer)).filter((name) => secret.includes(name))).toEqual([]);
    expect((await columns(viewerIn('staff'))).filter((name) => secret.includes(name))).toEqual(['tags', 'notes']);
    expect((await columns(keeper)).filter((name) => secret.includes(name))).toHaveLength(secret.length);
    for (const viewer of [STRANGER, viewerIn('partner'), viewerIn('staff'), keeper])
      expect(await columns(viewer)).toEqual(exportColumns(viewer));
  });

  test('names are private unless the person agreed, and the link of a closed channel is not given', async () => {
    const { read } = await openFullRoom(open);
    const [full, old] = await rowsFor(read, STRANGER);
    expect(full).toMatchObject({ owner: null, deputy: 'Name of bea', link: 'https://x.com/pool' });
    expect(old).toMatchObject({ link: null, closedOn: '2024-05-01', goInstead: 'hyperlink-https-evil-example' });
    expect((await rowsFor(read, viewerIn('staff')))[0]).toMatchObject({ owner: 'Name of ada' });
    expect((await rowsFor(read, keeper))[0]).toMatchObject({ ownerAddress: 'ada@council.example' });
    expect(JSON.stringify(await rowsFor(read, viewerIn('staff')))).not.toContain('ada@council.example');
  });

  test('whoever’s export is imported again changes nothing', async () => {
    const room = await openFullRoom(open);
    const before = await wholeRegister(room);
    for (const viewer of [STRANGER, viewerIn('partner'), viewerIn('staff'), keeper]) {
      const file = await fileFor(room.read, viewer);
      const summary = summaryOf(await importInto(room, file, LATER));
      expect(summary, viewer.circle).toMatchObject({ added: 0, changed: 0, refused: 0, unchanged: file.lines.length });
      expect(await wholeRegister(room)).toEqual(before);
    }
  });

  test('a keeper’s export builds the same register elsewhere', async () => {
    const here = await openFullRoom(open);
    const rows = await rowsFor(here.read, keeper);
    const file = await fileFor(here.read, keeper);
    const there = await openChannelRoom(open);
    await there.addPerson('ada');
    await there.addPerson('bea', { showsName: true });
    expect(summaryOf(await importInto(there, file, LATER))).toMatchObject({ added: 5, refused: 0 });
    expect(await rowsFor(there.read, keeper)).toEqual(rows);
  });

  test('more channels than fit one query come each once', async () => {
    const room = await openChannelRoom(open);
    const rows = Array.from({ length: 450 }, (_, n) => [`Channel ${n}`, 'Libraries', `x.com/c${n}`]);
    await importInto(room, await registerFile([['name', 'unit', 'link'], ...rows]));
    expect(new Set((await rowsFor(room.read, STRANGER)).map(({ slug }) => slug)).size).toBe(450);
  });
});
