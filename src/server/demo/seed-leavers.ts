import { answerHandOvers } from '#domain/handovers/hand-over-answer-commands.ts';
import { startHandOver } from '#domain/handovers/hand-over-commands.ts';
import { tickSteps } from '#domain/handovers/hand-over-step-commands.ts';
import { setLeavingDay } from '#domain/leavers/leaving-commands.ts';
import { noteAbsence } from '#domain/people/absence-commands.ts';
import { answerCover } from '#domain/people/cover-commands.ts';
import { dayOf, daysAfter, daysBefore } from './demo-calendar.ts';
import { type DemoRoom, editorOf, expectKind, named } from './demo-room.ts';

const LEAVING_IN_DAYS = 20;

/** Patrick leaves soon and is half done; Nadia is away, and Elliot answers for her; Idris looks for a deputy. */
export async function seedLeavers(room: DemoRoom) {
  await seedLeaver(room);
  await seedAway(room);
  await ask(room, { channel: 'Sandford Reads', role: 'deputy', from: 'idris', to: 'lena', daysAgo: 1 });
}

async function seedLeaver(room: DemoRoom) {
  const { tx, now, settings, people, chance, stationery } = room;
  const patrick = named(people, 'patrick');
  const lastDay = daysAfter(now, LEAVING_IN_DAYS);
  const leavingOn = dayOf(lastDay, settings.timeZone).toString();
  await setLeavingDay(tx, { personId: patrick.id, leavingOn, tellAt: lastDay }, chance.newId);
  const given = { role: 'owner', from: 'patrick' } as const;
  const onFacebook = { ...given, channel: 'Fostering in Sandford on Facebook', to: 'freya', daysAgo: 6 };
  const ids = [await ask(room, onFacebook)];
  await ask(room, { ...given, channel: 'Fostering in Sandford on LinkedIn', to: 'lewis', daysAgo: 2 });
  const freya = named(people, 'freya');
  const accepted = { ids, accepts: true, words: '' };
  await answerHandOvers(tx, { personId: freya.id }, accepted, stationery, daysBefore(now, 5));
  const viewer = { ...editorOf(freya), person: { ...freya, unitId: null }, isKeeper: false, isModerator: false };
  const tick = (steps: Parameters<typeof tickSteps>[2]['steps'], notNeeded: string) =>
    tickSteps(tx, viewer, { ids, steps, notNeeded }, daysBefore(now, 3));
  expectKind('ticked', await tick(['access-added', 'recovery-mailbox'], ''));
  expectKind('ticked', await tick(['password-changed'], 'Each of us signs in with our own account'));
}

async function seedAway({ tx, now, settings, people, chance, stationery }: DemoRoom) {
  const [nadia, elliot] = [named(people, 'nadia'), named(people, 'elliot')];
  const dayIn = (days: number) => dayOf(daysAfter(now, days), settings.timeZone).toString();
  const away = { id: chance.newId(), personId: nadia.id, fromOn: dayIn(-2), untilOn: dayIn(6), coverId: elliot.id };
  const before = daysBefore(now, 9);
  expectKind('asked', await noteAbsence(tx, away, dayIn(-9), stationery, before));
  const asked = { absenceId: away.id, personId: elliot.id };
  expectKind('accepted', await answerCover(tx, asked, true, stationery, daysBefore(now, 8)));
}

interface Asking {
  channel: string;
  role: 'owner' | 'deputy';
  from: string;
  to: string;
  daysAgo: number;
}

async function ask({ tx, now, channels, people, stationery }: DemoRoom, asking: Asking): Promise<string> {
  const { channel, role, from, to, daysAgo } = asking;
  const who = { toId: named(people, to).id, startedById: named(people, from).id };
  const wish = { channelId: named(channels, channel), role, ...who };
  const outcome = await startHandOver(tx, wish, stationery, daysBefore(now, daysAgo));
  if (outcome.kind !== 'started') throw new Error(`The demo cannot hand over “${channel}”: ${outcome.kind}.`);
  return outcome.id;
}
