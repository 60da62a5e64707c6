import { addOrganisation, invite } from '#domain/people/organisation-commands.ts';
import { ensurePerson, grantRole, saveProfile } from '#domain/people/people-commands.ts';
import { addUnit, saveUnit } from '#domain/units/unit-commands.ts';
import { daysBefore } from './demo-calendar.ts';
import { demoPartners, demoResidents, demoRoles, demoStaff } from './demo-people.ts';
import { type DemoRoom, named } from './demo-room.ts';
import { demoOrganisations, demoUnits } from './demo-units.ts';

type PersonRow = (typeof demoStaff)[number];

const WITHOUT_LEAD = ['museums', 'planning'];
const FOUNDED_DAYS_AGO = 780;
const STAFF_DOMAIN = 'sandford.example';
const INVITED_DOMAIN = 'good-neighbours.example';
const PUBLIC_DOMAIN = 'home.example';

/** Units, partner organisations and everybody, with who may do what. */
export async function seedPeople(room: DemoRoom) {
  await seedUnits(room);
  const organisations = await seedOrganisations(room);
  for (const row of demoStaff) await seedPerson(room, row, STAFF_DOMAIN);
  await seedLeads(room);
  for (const row of demoPartners) await seedPartner(room, row, organisations);
  for (const row of demoResidents) await seedPerson(room, row, PUBLIC_DOMAIN);
  for (const [key, role] of demoRoles)
    await grantRole(room.tx, { personId: named(room.people, key).id, role, grantedById: null, now: foundedAt(room) });
}

const foundedAt = ({ now }: DemoRoom) => daysBefore(now, FOUNDED_DAYS_AGO);

async function seedUnits(room: DemoRoom) {
  for (const unit of demoUnits) {
    const id = room.chance.newId();
    await addUnit(room.tx, { id, slug: unit.key, ...fieldsOf(room, unit) });
    room.units.set(unit.key, id);
  }
}

/** Who is named first in a unit leads it; a few have nobody yet. */
async function seedLeads(room: DemoRoom) {
  for (const unit of demoUnits) {
    const first = demoStaff.find((row) => row.unit === unit.key);
    if (!first || WITHOUT_LEAD.includes(unit.key)) continue;
    const leadId = named(room.people, first.key).id;
    await saveUnit(room.tx, named(room.units, unit.key), { ...fieldsOf(room, unit), leadId });
  }
}

function fieldsOf({ units }: DemoRoom, { key, parent, name, phone, description, aliases }: (typeof demoUnits)[number]) {
  const parentId = parent ? named(units, parent) : null;
  const mailbox = parent ? `${key}@${STAFF_DOMAIN}` : null;
  return { name, parentId, mailbox, phone: phone || null, description, aliases };
}

async function seedOrganisations({ tx, chance, settings }: DemoRoom) {
  const ids = new Map<string, { id: string; domain: string | undefined }>();
  for (const { key, ...organisation } of demoOrganisations) {
    const id = chance.newId();
    await addOrganisation(tx, { id, slug: key, ...organisation }, settings);
    ids.set(key, { id, domain: organisation.domains[0] });
  }
  return ids;
}

/** A partner without a mail domain invites its people one by one, before they come. */
async function seedPartner(room: DemoRoom, row: PersonRow, ids: Awaited<ReturnType<typeof seedOrganisations>>) {
  const { id: organisationId, domain } = named(ids, row.unit);
  const email = `${row.key}@${domain ?? INVITED_DOMAIN}`;
  const invitedById = named(room.people, 'ada').id;
  if (!domain) await invite(room.tx, { email, organisationId, invitedById, now: foundedAt(room) }, room.settings);
  await seedPerson(room, row, domain ?? INVITED_DOMAIN);
}

async function seedPerson(room: DemoRoom, row: PersonRow, domain: string) {
  const { tx, chance, settings, people, units } = room;
  const email = `${row.key}@${domain}`;
  const cameAt = daysBefore(room.now, FOUNDED_DAYS_AGO - chance.between(0, 40));
  const { id, circle } = await ensurePerson(tx, { id: chance.newId(), email, domains: settings, now: cameAt });
  const unitId = circle === 'staff' ? named(units, row.unit) : null;
  const { key, name, job: jobTitle, askMeAbout, shows } = row;
  await saveProfile(tx, id, { name, jobTitle, unitId, askMeAbout, showsName: shows === 'yes' });
  people.set(key, { id, key, name, email, circle });
}
