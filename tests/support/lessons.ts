import type { Database, Writer } from '#db/database.ts';
import { type LessonWish, publishLesson, saveDraft } from '#domain/lessons/lesson-commands.ts';
import { ensurePerson, grantRole, saveProfile } from '#domain/people/people-commands.ts';
import { circlesSeenBy, type Member, STRANGER, type Viewer } from '#domain/people/viewer.ts';
import { newId } from '#server/chance.ts';

const DOMAINS = { staffDomains: ['council.example'], partnerDomains: ['trust.example'] };
export const NOON = new Date('2026-03-02T12:00:00Z');
export const minutesLater = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

/** A viewer of one circle who has not signed in. */
export const seenBy = (circle: Viewer['circle']): Viewer => ({ ...STRANGER, circle, circles: circlesSeenBy(circle) });

/** Somebody known to the database, as the site would see them. Their circle follows from the address. */
export async function addPerson(
  { write }: Database,
  email: string,
  { name = 'Sam Green', showsName = false, isAdmin = false } = {},
): Promise<Member> {
  const person = await write(async (tx) => {
    const made = await ensurePerson(tx, { id: newId(), email, domains: DOMAINS, now: NOON });
    await saveProfile(tx, made.id, { name, jobTitle: '', unitId: null, askMeAbout: '', showsName });
    if (isAdmin) await grantRole(tx, { personId: made.id, role: 'admin', grantedById: null, now: NOON });
    return made;
  });
  return { ...seenBy(person.circle), isAdmin, person: { id: person.id, name, email, unitId: null } };
}

/** A whole lesson by one author; each part that is given replaces the usual one. */
export function lessonWish(author: Member, { words, ...rest }: Wished = {}): LessonWish {
  return {
    lessonId: newId(),
    basedOn: 0,
    words: {
      title: 'One question instead of ten',
      tryThis: 'Ask the one thing you will act on.',
      wanted: 'More answers.',
      happened: 'Four times as many people answered.',
      why: '',
      nextTime: 'Ask on paper too.',
      ...words,
    },
    html: {
      wanted: '<p>More answers.</p>',
      happened: '<p>Four times, by questionnaire</p>',
      why: '',
      nextTime: '<p>On paper</p>',
    },
    rendererVersion: 1,
    worked: 'yes',
    circle: 'public',
    meetupId: null,
    unitIds: [],
    tags: [],
    channelIds: [],
    authors: [{ personId: author.person.id, guestName: '' }],
    ...rest,
  };
}

type Wished = Partial<Omit<LessonWish, 'words'>> & { words?: Partial<LessonWish['words']> };

/** Publishes a lesson and gives its id and slug. */
export async function publish({ write }: Database, author: Member, wished: Wished = {}, now = NOON) {
  const wish = lessonWish(author, wished);
  return { id: wish.lessonId, slug: slugOf(await write((tx) => publishLesson(tx, author, wish, now))), wish };
}

/** Keeps a draft and gives its id and slug. */
export async function draft({ write }: Database, author: Member, wished: Wished = {}, now = NOON) {
  const wish = lessonWish(author, wished);
  return { id: wish.lessonId, slug: slugOf(await write((tx) => saveDraft(tx, author, wish, now))), wish };
}

function slugOf(outcome: { kind: string; slug?: string }): string {
  if (outcome.slug === undefined) throw new Error(`not saved: ${outcome.kind}`);
  return outcome.slug;
}

/** Adds a unit and gives its id. */
export async function addUnit(tx: Writer, slug: string, parentId: string | null = null): Promise<string> {
  const id = newId();
  await tx.insert(tx.tables.units).values({ id, slug, name: slug, parentId, aliases: [] });
  return id;
}
