import type { Database } from '#db/database.ts';
import { follow } from '#domain/follows/follow-commands.ts';
import type { Hearing, SubjectKey } from '#domain/follows/follow-rules.ts';
import { planJobOnce } from '#domain/jobs/job-commands.ts';
import { WHOLE_SITE } from '#domain/jobs/job-rules.ts';
import { type Circle, type Member, viewerIn } from '#domain/people/viewer.ts';
import { newId } from '#server/chance.ts';
import { runDueJobs } from '#server/jobs/job-runner.ts';
import { onlyJobs } from './jobs.ts';
import { addUnit, publish } from './lessons.ts';
import { NOW, openMeetupRoom } from './meetup-room.ts';

export const tag = (subjectId: string): SubjectKey => ({ kind: 'tag', subjectId });
export const daysLater = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

/** A database with people who follow, `ann` who writes, and a clock that runs the jobs that tell of news. */
export async function openFollowRoom(open: () => Promise<Database>) {
  const database = await open();
  const room = await openMeetupRoom(async () => database);
  const { read, write, stationery } = room;
  const unitId = await write((tx) => addUnit(tx, 'libraries'));
  await write((tx) => planJobOnce(tx, { id: newId(), kind: 'look-for-news', subjectId: WHOLE_SITE, dueAt: NOW }));
  const ann: Member = {
    ...viewerIn('staff'),
    person: { id: 'ann', name: 'Ann', email: 'ann@council.example', unitId },
  };
  const known = new Set(['ann', 'bob']);
  /** Lets there be something to follow, from before anybody did. */
  await publish(database, ann, { tags: ['surveys', 'signs'], unitIds: [unitId] }, daysLater(-90));
  const TELLING = onlyJobs('look-for-news', 'tell-at-once', 'write-digests');
  /** Twice: looking for news plans to tell of it. */
  const runJobs = async (now: Date, kinds = TELLING) => {
    for (const _ of [1, 2]) await runDueJobs({ read, write, clock: () => now }, stationery, kinds);
  };
  return {
    ...{ ...room, database, ann, unitId, runJobs },
    publish: (title: string, at: Date, wished: Parameters<typeof publish>[2] = {}) =>
      publish(database, ann, { tags: ['surveys'], ...wished, words: { title, ...wished.words } }, at),
    /** Somebody of a circle follows something, a day before now. */
    async follows(name: string, circle: Circle, subject: SubjectKey, hears: Hearing = 'digest') {
      if (!known.has(name)) await room.addPerson(name, circle);
      known.add(name);
      const who = { asker: viewerIn(circle), email: `${name}@council.example`, name, personId: name };
      return write((tx) => follow(tx, { ...who, subject, hears, countsIn: null }, stationery, daysLater(-1)));
    },
    /** Every letter that is out: "rosa: A new lesson: “One”". */
    async post() {
      const letters = await room.letters();
      return letters.map(({ recipient, subject }) => `${recipient.split('@')[0]}: ${subject}`).sort();
    },
    async textTo(name: string) {
      const letters = await room.letters();
      return letters.filter(({ recipient }) => recipient.startsWith(`${name}@`)).map(({ plainText }) => plainText);
    },
  };
}
