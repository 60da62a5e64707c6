import type { Writer } from '#db/database.ts';
import { LIKENESS_VERSION } from '#domain/related/likeness-rules.ts';
import { saveEntry } from '#domain/search/search-commands.ts';
import { slugOf } from '#domain/slugs/slug-rules.ts';
import { RENDERER_VERSION } from '#server/markdown.ts';
import type { People } from './fill-people.ts';
import { daysFrom, inPieces, type Setting, times } from './rows.ts';
import { lessonTitle, paragraph, subject } from './words.ts';

/** Published lessons with an author, a unit and two tags each, the newest a day old. */
export async function fillLessons(tx: Writer, setting: Setting, people: People, meetupIds: string[], amount: number) {
  const { chance, now } = setting;
  const { lessons, lessonAuthors, lessonPublications, lessonTags, lessonUnits } = tx.tables;
  const rows = times(amount, (number) => lessonRow(setting, people, chance.pick(meetupIds), number));
  await inPieces(rows, (piece) => tx.insert(lessons).values(piece));
  const about = rows.map(({ id: lessonId, createdById }, number) => ({
    publication: { lessonId, publishedAt: daysFrom(now, -1 - number / 2), publishedById: createdById },
    author: { lessonId, position: 1, personId: createdById },
    unit: { lessonId, unitId: chance.pick(people.unitIds) },
    tags: [...new Set([subject(chance), subject(chance)].map(slugOf))].map((tag) => ({ lessonId, tag })),
  }));
  await inPieces(about, (piece) => tx.insert(lessonPublications).values(piece.map(({ publication }) => publication)));
  await inPieces(about, (piece) => tx.insert(lessonAuthors).values(piece.map(({ author }) => author)));
  await inPieces(about, (piece) => tx.insert(lessonUnits).values(piece.map(({ unit }) => unit)));
  await inPieces(about, (piece) => tx.insert(lessonTags).values(piece.flatMap(({ tags }) => tags)));
  await fillRelated(
    tx,
    setting,
    about.map(({ publication }) => publication.lessonId),
  );
  for (const { id: subjectId, slug, title, circle, happened: body } of rows)
    await saveEntry(tx, { kind: 'lesson', subjectId, circle, path: `/lessons/${slug}`, title, body });
}

/** As many relatives as a lesson keeps at most, whoever they are. */
async function fillRelated(tx: Writer, { chance, now }: Setting, ids: string[]) {
  const { relatedLessons, lessonReckonings } = tx.tables;
  const reckonings = ids.map((lessonId) => ({ lessonId, version: LIKENESS_VERSION, reckonedAt: now }));
  await inPieces(reckonings, (piece) => tx.insert(lessonReckonings).values(piece));
  const pairs = ids.flatMap((lessonId) =>
    times(18, (number) => ({ lessonId, otherId: chance.pick(ids), likeness: 3000 + 100 * number })),
  );
  await inPieces(pairs, (piece) => tx.insert(relatedLessons).values(piece).onConflictDoNothing());
}

export const lessonSlug = (number: number) => `lesson-${number}`;

function lessonRow({ chance, now, newId }: Setting, people: People, meetupId: string, number: number) {
  const [happened, nextTime, why] = [paragraph(chance, 12), paragraph(chance, 4), paragraph(chance, 4)];
  return {
    id: newId(),
    slug: lessonSlug(number),
    title: lessonTitle(chance),
    tryThis: paragraph(chance, 1),
    happened,
    happenedHtml: `<p>${happened}</p>`,
    why,
    whyHtml: `<p>${why}</p>`,
    nextTime,
    nextTimeHtml: `<p>${nextTime}</p>`,
    rendererVersion: RENDERER_VERSION,
    worked: chance.pick(['yes', 'partly', 'no', 'too-early'] as const),
    circle: chance.pick(['public', 'public', 'public', 'partner', 'staff'] as const),
    meetupId,
    createdById: chance.pick(people.ids),
    createdAt: now,
    updatedAt: now,
  };
}
