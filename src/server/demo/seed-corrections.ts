import { eq } from 'drizzle-orm';
import { sendCorrection } from '#domain/corrections/correction-commands.ts';
import { type Correctable, typedOf, WORDS } from '#domain/corrections/correction-rules.ts';
import { decideCorrection } from '#domain/corrections/decision-commands.ts';
import { circlesSeenBy, STRANGER } from '#domain/people/viewer.ts';
import { daysBefore } from './demo-calendar.ts';
import { type DemoRoom, named } from './demo-room.ts';

interface Told {
  channel: string;
  daysAgo: number;
  items: readonly (readonly [field: string, should: string])[];
  /** What Kofi decided, by field; nothing while it waits. */
  decided?: Readonly<Record<string, string>>;
}

/** What people found wrong with the register; an empty reason stands for what was taken over. */
const TOLD: readonly Told[] = [
  {
    channel: 'Planning desk',
    daysAgo: 40,
    items: [
      ['monitoredHours', 'Tuesdays and Thursdays, 10 am to 4 pm'],
      ['place', 'Town Hall, desk 9: it moved in spring'],
    ],
    decided: { monitoredHours: '', place: 'It was there for a week, and is back at desk 7.' },
  },
  {
    channel: 'Bus station screen, bay 6',
    daysAgo: 6,
    items: [['words', 'It has shown Tuesday’s buses since Tuesday.']],
  },
  {
    channel: 'Weekly list of applications',
    daysAgo: 2,
    items: [
      ['audience', 'Neighbours, agents, councillors and the civic society'],
      ['notFor', 'Objections: use the planning register'],
    ],
  },
];

/** Corrections that strangers sent: one decided, the others waiting. */
export async function seedCorrections(room: DemoRoom) {
  for (const told of TOLD) await seedCorrection(room, told);
}

async function seedCorrection(room: DemoRoom, { channel, daysAgo, items, decided }: Told) {
  const { tx, now, chance, channels, people, stationery } = room;
  const id = chance.newId();
  const channelId = named(channels, channel);
  const [record] = await tx.select().from(tx.tables.channels).where(eq(tx.tables.channels.id, channelId));
  if (!record) throw new Error(`The demo has no channel “${channel}”.`);
  const wasOf = (field: string) => (field === WORDS ? '' : typedOf(record, field as Correctable));
  const said = items.map(([field, should]) => ({ field, was: wasOf(field), should }));
  const wish = { id, channelId, items: said, answerTo: null, sentById: null };
  await sendCorrection(tx, wish, stationery, daysBefore(now, daysAgo));
  if (!decided) return;
  const kofi = named(people, 'kofi');
  const person = { id: kofi.id, name: '', email: null, unitId: null };
  const keeper = { ...STRANGER, circle: 'staff' as const, circles: circlesSeenBy('staff'), person, isKeeper: true };
  const decisions = new Map(
    Object.entries(decided).map(([field, reason]) => [
      field,
      { decision: reason ? ('refused' as const) : ('accepted' as const), reason },
    ]),
  );
  const outcome = await decideCorrection(
    tx,
    { correctionId: id, decisions },
    keeper,
    stationery,
    daysBefore(now, daysAgo - 3),
  );
  if (outcome.kind !== 'decided') throw new Error(`The demo cannot decide about “${channel}”: ${outcome.kind}.`);
}
