import type { TopicLesson } from '#domain/closures/lesson-draft-commands.ts';
import { authorsOfTopic, wordsOfTopic, workedFor } from '#domain/closures/lesson-draft-rules.ts';
import { LEVEL_IN_PART, type LessonHtml } from '#domain/lessons/lesson-rules.ts';
import { listNotedTopics } from '#domain/notes/note-queries.ts';
import { hasNotes } from '#domain/notes/note-rules.ts';
import type { Circle, Member } from '#domain/people/viewer.ts';
import { RENDERER_VERSION } from '#server/markdown.ts';
import { renderAll } from '#server/render-all.ts';
import type { Site } from '#server/site.ts';

type Bench = Pick<Site, 'read' | 'markdown'> & { newId: () => string };

/** A lesson for each topic of a meetup that has notes, rendered before `write`. What can't be laid out waits for its authors. */
export async function readTopicLessons(
  meetup: { id: string; circle: Circle },
  host: Member,
  { read, markdown, newId }: Bench,
): Promise<TopicLesson[]> {
  const topics = await listNotedTopics(read, host, [meetup.id]);
  const told = topics.filter(({ notes }) => hasNotes(notes));
  return Promise.all(
    told.map(async (topic) => {
      const words = wordsOfTopic(topic);
      const { title: _, tryThis: __, ...parts } = words;
      const { html } = await renderAll(markdown, parts, { trusted: false, headingLevel: LEVEL_IN_PART });
      return {
        ...{ lessonId: newId(), basedOn: 0, words, html: html satisfies LessonHtml, rendererVersion: RENDERER_VERSION },
        ...{ worked: workedFor(topic), circle: meetup.circle, meetupId: meetup.id, topicId: topic.id },
        ...{ unitIds: [], tags: [], channelIds: [], authors: authorsOfTopic(topic) },
      };
    }),
  );
}
