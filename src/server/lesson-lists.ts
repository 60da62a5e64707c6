import type { Reader } from '#db/database.ts';
import { hasOpenLesson } from '#domain/lessons/lesson-filter-queries.ts';
import { readTags } from '#domain/lessons/lesson-rules.ts';
import { findPublicPerson } from '#domain/people/people-queries.ts';
import { STRANGER } from '#domain/people/viewer.ts';
import { findUnit } from '#domain/units/unit-queries.ts';
import { feedAnswer, noFeed } from './feed-answer.ts';
import { type LessonList, lessonFeed } from './lesson-feed.ts';
import type { SiteFacts } from './site-facts.ts';

type FindList = (read: Reader, name: string) => Promise<LessonList | undefined>;

/** The lessons with a tag; undefined when there is none for everyone. */
export const listOfTag: FindList = async (read, tag) => {
  if (readTags(tag)[0] !== tag || !(await hasOpenLesson(read, STRANGER, tag))) return undefined;
  const description = `What was tried about ${tag}, how it went, and what they would do next time.`;
  return { title: `Lessons about ${tag}`, description, pagePath: `/lessons/tags/${tag}`, about: { tag } };
};

/** The lessons of a unit and its parts. */
export const listOfUnit: FindList = async (read, slug) => {
  const unit = await findUnit(read, STRANGER, slug);
  const description = `What ${unit?.name} has learned.`;
  return unit && { title: unit.name, description, pagePath: `/units/${unit.slug}`, about: { unit: unit.slug } };
};

/** The lessons by somebody who agreed that everyone may read their name. */
export const listOfPerson: FindList = async (read, id) => {
  const person = await findPublicPerson(read, STRANGER, id);
  const description = `What ${person?.name} has learned.`;
  return person && { title: person.name, description, pagePath: `/people/${id}`, about: { personId: id } };
};

/** The feed of a list by the name in its address. */
export async function listFeedAnswer(
  { read, site }: { read: Reader; site: SiteFacts },
  find: FindList,
  name: string | undefined,
  form: 'atom' | 'json',
): Promise<Response> {
  const list = await find(read, name ?? '');
  return list ? feedAnswer(await lessonFeed(read, site, form, list), form) : noFeed();
}
