import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import type { ChannelFields } from '#domain/channels/channel-rules.ts';
import { FINDING_KEYS, type FindingKey } from '#domain/health/finding-queries.ts';
import { countFindings, findHealthScope, findUnitScope, listFinding } from '#domain/health/health-queries.ts';
import { STRANGER } from '#domain/people/viewer.ts';
import { channelFields, NOW, onX, openChannelRoom, TODAY } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { viewerIn } from '#tests/support/viewers.ts';

const keeper = viewerIn('staff', 'kit', { isKeeper: true });
const whole = findHealthScope(keeper)!;

/** Nothing is wrong with it. */
const sound = (unit: string, handle: string, wished: Partial<ChannelFields> = {}) =>
  channelFields(
    unit,
    onX(handle, {
      ...{ ownerId: 'ann', deputyId: 'ben', signInKeptIn: 'password-manager', twoStepSignIn: 'on' },
      ...{ recoveryIsShared: true, objective: 'Say what is on', audience: `Readers of ${handle}`, ...wished },
    }),
  );

async function openHealth(open: () => Promise<Database>) {
  const room = await openChannelRoom(open);
  for (const id of ['ann', 'ben', 'kit', 'lea']) await room.addPerson(id);
  const add = (
    name: string,
    wished: Partial<ChannelFields> = {},
    unit = 'libraries',
    checkedOn: string | null = TODAY,
  ) => room.save(name, sound(unit, name, wished), checkedOn);
  const names = async (key: FindingKey, scope = whole) => {
    const lines = await listFinding(room.read, scope, key, TODAY, 1);
    const counts = await countFindings(room.read, scope, TODAY);
    expect(counts[key]).toBe(lines.length);
    return lines.map(({ name }) => name);
  };
  const lead = (unit: string, leadId: string) =>
    room.write((tx) => tx.update(tx.tables.units).set({ leadId }).where(eq(tx.tables.units.id, unit)));
  return { ...room, add, names, lead };
}

forEachEngine((open) => {
  test('nothing is found on a channel that is looked after', async () => {
    const { add, names } = await openHealth(open);
    await add('fine');
    for (const key of FINDING_KEYS) expect([key, await names(key)]).toEqual([key, []]);
  });

  test.each<[FindingKey, Partial<ChannelFields>]>([
    ['no-owner', { ownerId: null }],
    ['no-deputy', { deputyId: null }],
    ['no-two-step', { twoStepSignIn: 'off' }],
    ['no-two-step', { twoStepSignIn: 'unknown' }],
    ['personal-recovery', { recoveryIsShared: false }],
    ['sign-in-unknown', { signInKeptIn: 'unknown' }],
    ['no-objective', { objective: '' }],
  ])('%s finds just the channel it is about: %o', async (key, wished) => {
    const { add, names } = await openHealth(open);
    await add('fine');
    await add('wrong', wished);
    await add('gone', { ...wished, status: 'closed' });
    for (const one of FINDING_KEYS) expect([one, await names(one)]).toEqual([one, one === key ? ['wrong'] : []]);
  });

  test('a check that is late or never was is found, but not on a channel that is not open yet', async () => {
    const { add, names } = await openHealth(open);
    await add('late', {}, 'libraries', '2026-01-05');
    await add('never', {}, 'libraries', null);
    await add('asked for', { status: 'requested' }, 'libraries', null);
    expect(await names('overdue')).toEqual(['late', 'never']);
  });

  test('somebody who has left is found as owner and as deputy, from the day after the last one', async () => {
    const { add, names, write } = await openHealth(open);
    await add('one', { ownerId: 'lea' });
    await add('two', { deputyId: 'lea' });
    const leave = (leavingOn: string) =>
      write((tx) => tx.update(tx.tables.people).set({ leavingOn }).where(eq(tx.tables.people.id, 'lea')));
    await leave(TODAY);
    expect(await names('left')).toEqual([]);
    await leave('2026-12-02');
    expect(await names('left')).toEqual(['one', 'two']);
  });

  test('an owner or deputy who has not agreed to the policy in force, or whose training ran out, is found', async () => {
    const { add, names, write } = await openHealth(open);
    await add('a', { ownerId: 'ann', deputyId: 'ben' });
    await add('b', { ownerId: 'lea', deputyId: null });
    expect(await names('untrained')).toEqual([]);
    const agree = (personId: string, version: number) =>
      write((tx) =>
        tx.insert(tx.tables.policyAcknowledgements).values({
          ...{ id: `${personId}${version}`, personId, policyKey: 'open', version, statement: '', how: 'web' as const },
          agreedAt: NOW,
        }),
      );
    const pass = (personId: string, expiresOn: string) =>
      write((tx) =>
        tx.insert(tx.tables.trainingRecords).values({
          ...{ id: `${personId}${expiresOn}`, personId, moduleKey: 'm', version: 1, how: 'on-line' as const },
          ...{ passedOn: '2025-01-01', expiresOn },
        }),
      );
    await write(async (tx) => {
      const policy = { key: 'open', title: '', version: 2, effectiveFrom: '2026-01-01', whatChanged: '' };
      await tx.insert(tx.tables.policies).values({ ...policy, needsAgreement: true });
      const module = { key: 'm', title: '', version: 1, validMonths: 24, requiredFor: ['owner'] };
      await tx.insert(tx.tables.trainingModules).values({ ...module, isForChannels: true });
    });
    expect(await names('untrained')).toEqual(['a', 'b']);
    for (const id of ['ann', 'ben', 'lea']) await agree(id, id === 'ben' ? 1 : 2);
    for (const id of ['ann', 'ben', 'lea']) await pass(id, TODAY);
    expect(await names('untrained')).toEqual(['a']);
    await agree('ben', 2);
    expect(await names('untrained')).toEqual([]);
    await write((tx) =>
      tx
        .update(tx.tables.trainingRecords)
        .set({ expiresOn: '2026-12-02' })
        .where(eq(tx.tables.trainingRecords.personId, 'lea')),
    );
    expect(await names('untrained')).toEqual(['b']);
  });

  test('eleven are too many for one person, ten are not', async () => {
    const { add, names } = await openHealth(open);
    for (let number = 10; number < 20; number++) await add(`c${number}`);
    expect(await names('too-many')).toEqual([]);
    await add('c20');
    expect(await names('too-many')).toHaveLength(11);
    expect(await names('too-many')).toContain('c20');
  });

  test('the same audience is found where two units speak to it, however it is typed', async () => {
    const { add, names, addUnit } = await openHealth(open);
    await addUnit('parks');
    await add('a', { audience: 'Dog owners' });
    await add('b', { audience: 'dog owners ' }, 'parks');
    await add('c', { audience: 'Readers' });
    await add('d', { audience: 'Readers' });
    expect(await names('same-audience')).toEqual(['a', 'b']);
  });

  test('a lead looks at their own tree only, in the circles they may see; keepers at everything, nobody else at anything', async () => {
    const { read, add, addUnit, lead, names } = await openHealth(open);
    await addUnit('branch', 'Branch', 'libraries');
    await addUnit('parks');
    await lead('libraries', 'lea');
    await add('own', { ownerId: null });
    await add('below', { ownerId: null }, 'branch');
    await add('other', { ownerId: null }, 'parks');
    const lea = viewerIn('staff', 'lea');
    expect(await names('no-owner', (await findUnitScope(read, lea, 'libraries'))!)).toEqual(['below', 'own']);
    expect(await names('no-owner', (await findUnitScope(read, lea, 'branch'))!)).toEqual(['below']);
    expect(await names('no-owner')).toHaveLength(3);
    expect(await findUnitScope(read, lea, 'parks')).toBeUndefined();
    expect((await findUnitScope(read, keeper, 'parks'))?.unitIds).toEqual(['parks']);
    for (const viewer of [STRANGER, viewerIn('partner'), viewerIn('staff'), viewerIn('staff', 'ann')]) {
      expect(findHealthScope(viewer)).toBeUndefined();
      expect(await findUnitScope(read, viewer, 'libraries')).toBeUndefined();
    }
    await lead('libraries', 'ben');
    await add('inner', { ownerId: null, circle: 'staff' });
    const ben = viewerIn('partner', 'ben');
    expect(await names('no-owner', (await findUnitScope(read, ben, 'libraries'))!)).toEqual(['below', 'own']);
  });
});
