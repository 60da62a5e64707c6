import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { markLeft } from '#domain/leavers/leaving-commands.ts';
import { settleBelongings } from '#domain/people/belonging-commands.ts';
import { addOrganisation, invite } from '#domain/people/organisation-commands.ts';
import { ensurePerson, grantRole, revokeRole, saveProfile } from '#domain/people/people-commands.ts';
import type { Role } from '#domain/people/people-rules.ts';
import { newId } from '#server/chance.ts';
import { readSettings } from '#server/settings.ts';
import { openSite } from '#server/site.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { NOW } from '#tests/support/meetup-room.ts';
import { realSettings } from '#tests/support/process.ts';

const DOMAINS = { staffDomains: ['council.example'], partnerDomains: [] };

async function openOffice(open: () => Promise<Database>) {
  const { read, write } = await open();
  const meet = async (email: string, ...roles: Role[]) => {
    const { id } = await write((tx) => ensurePerson(tx, { id: newId(), email, domains: DOMAINS, now: NOW }));
    for (const role of roles) await write((tx) => grantRole(tx, { personId: id, role, grantedById: null, now: NOW }));
    return id;
  };
  const revoke = (personId: string, role: Role) => write((tx) => revokeRole(tx, { personId, role, domains: DOMAINS }));
  const find = async (personId: string) => {
    const { people } = read.tables;
    const [person] = await read.select().from(people).where(eq(people.id, personId));
    return person;
  };
  return { read, write, meet, revoke, find };
}

forEachEngine((open) => {
  test('whoever was on the staff by a role alone is not any more once the last one is taken away', async () => {
    const { read, write, meet, revoke, find } = await openOffice(open);
    const mo = await meet('mo@home.example', 'moderator', 'keeper');
    const profile = { name: 'Mo', jobTitle: '', unitId: null, askMeAbout: 'Bins', showsName: false };
    await write((tx) => saveProfile(tx, mo, profile));
    await revoke(mo, 'moderator');
    expect(await find(mo)).toMatchObject({ circle: 'staff' });
    await revoke(mo, 'keeper');
    expect(await find(mo)).toMatchObject({ circle: 'public', organisationId: null });
    expect(await read.select().from(read.tables.searchEntries)).toEqual([]);
  });

  test('whoever belongs by their address stays where they belong when a role is taken away', async () => {
    const { write, meet, revoke, find } = await openOffice(open);
    const sam = await meet('sam@council.example', 'keeper');
    const organisation = { id: newId(), slug: 'river-trust', name: 'River Trust', domains: ['river.example'] };
    const { id: organisationId } = organisation;
    await write((tx) => addOrganisation(tx, organisation, DOMAINS));
    await write((tx) => invite(tx, { email: 'pat@home.example', organisationId, invitedById: sam, now: NOW }, DOMAINS));
    const partners = [await meet('rae@river.example', 'keeper'), await meet('pat@home.example', 'keeper')];
    for (const person of [sam, ...partners]) await revoke(person, 'keeper');
    expect(await find(sam)).toMatchObject({ circle: 'staff', organisationId: null });
    for (const partner of partners) expect(await find(partner)).toMatchObject({ circle: 'partner', organisationId });
  });

  test('when a domain goes off the lists, or an organisation invites somebody, everybody is where they belong at once', async () => {
    const { read, write, meet, find } = await openOffice(open);
    const [sam, mo] = [await meet('sam@council.example'), await meet('mo@council.example', 'keeper')];
    const pat = await meet('pat@home.example');
    const profile = { name: 'Sam', jobTitle: '', unitId: null, askMeAbout: 'Bins', showsName: false };
    await write((tx) => saveProfile(tx, sam, profile));
    const domains = { staffDomains: [], partnerDomains: [] };
    await write((tx) => settleBelongings(tx, domains));
    expect((await find(sam))?.circle).toBe('public');
    expect(await read.select().from(read.tables.searchEntries)).toEqual([]);
    expect((await find(mo))?.circle).toBe('staff');
    const organisationId = newId();
    const organisation = { id: organisationId, slug: 'shop', name: 'Shop', domains: ['council.example'] };
    await write((tx) => addOrganisation(tx, organisation, domains));
    await write((tx) => invite(tx, { email: 'pat@home.example', organisationId, invitedById: mo, now: NOW }, domains));
    for (const partner of [sam, pat]) expect(await find(partner)).toMatchObject({ circle: 'partner', organisationId });
  });

  test('only the last admin who is still here keeps the role', async () => {
    const { write, meet, revoke } = await openOffice(open);
    const ada = await meet('ada@council.example', 'admin');
    const old = await meet('old@council.example', 'admin');
    await write((tx) => markLeft(tx, { personId: old, notedById: ada, today: '2026-11-20' }, NOW));
    expect(await revoke(ada, 'admin')).toEqual({ kind: 'last-admin' });
    expect(await revoke(old, 'admin')).toEqual({ kind: 'revoked' });
    expect(await revoke(ada, 'admin')).toEqual({ kind: 'last-admin' });
  });
});

test('a start with other domains moves everybody to where they belong', async () => {
  const settings = await realSettings();
  const before = await openSite(readSettings({ ...settings, PARTNER_DOMAINS: 'trust.example' }));
  const wish = { id: newId(), email: 'pat@trust.example', domains: before.settings, now: NOW };
  expect((await before.write((tx) => ensurePerson(tx, wish))).circle).toBe('partner');
  await before.close();
  const after = await openSite(readSettings(settings));
  expect(await after.read.select().from(after.read.tables.people)).toMatchObject([{ circle: 'public' }]);
  await after.close();
});
