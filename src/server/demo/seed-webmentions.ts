import { eq } from 'drizzle-orm';
import {
  claimWebmention,
  decideWebmention,
  noteWebmention,
  receiveWebmention,
} from '#domain/webmentions/webmention-commands.ts';
import { daysBefore } from './demo-calendar.ts';
import { type DemoRoom, expectKind, named } from './demo-room.ts';

/** What invented sites say of lessons. The last has not been read by a moderator yet. */
const SAID = [
  {
    lesson: 'From a weekly newsletter to a monthly one',
    source: 'https://notes.millbrook-parish.example/newsletter',
    daysAgo: 9,
    title: 'Once a month, and nobody missed the other three',
    author: 'Clerk of Millbrook parish',
    excerpt: 'Sandford went from weekly to monthly and kept its readers. We are forty houses, and tried the same.',
  },
  {
    lesson: 'From a weekly newsletter to a monthly one',
    source: 'https://orla.example/letters-from-the-council',
    daysAgo: 4,
    title: 'A monthly letter is late by three weeks',
    author: 'Orla',
    excerpt: 'I disagree with this one: when the bins move, a letter that comes once a month is late by three weeks.',
  },
  {
    lesson: 'Let the class write it',
    source: 'https://staffroom.example/week-11',
    daysAgo: 1,
    title: 'Week notes: the class as a press office',
    author: '',
    excerpt: 'The idea is theirs; ours wrote about the pond.',
  },
] as const;

export async function seedWebmentions(room: DemoRoom) {
  const { tx, now, chance, people } = room;
  const { lessons, webmentions } = tx.tables;
  for (const { lesson, source, daysAgo, title, author, excerpt } of SAID) {
    const at = daysBefore(now, daysAgo);
    const [found] = await tx.select({ id: lessons.id }).from(lessons).where(eq(lessons.title, lesson));
    const subject = { subjectKind: 'lesson', subjectId: found?.id ?? '' } as const;
    const { id } = await receiveWebmention(tx, { id: chance.newId(), source: new URL(source), ...subject }, at);
    const [told] = await tx.select().from(webmentions).where(eq(webmentions.id, id));
    const claimed = told && (await claimWebmention(tx, told, at));
    const said = { outcome: 'linked', title, author, excerpt } as const;
    if (claimed) await noteWebmention(tx, claimed, { ...said, host: claimed.host }, at);
    if (daysAgo === 1) continue;
    const shown = { id, kind: 'shown', changedAt: at, ofWholeSite: false } as const;
    expectKind('decided', await decideWebmention(tx, shown, named(people, 'nadia'), at));
  }
}
