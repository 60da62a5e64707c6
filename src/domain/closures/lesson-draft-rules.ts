import type { LessonAuthor } from '../lessons/lesson-author-rules.ts';
import type { LessonText, Worked } from '../lessons/lesson-rules.ts';
import type { Note, NotedTopic } from '../notes/note-rules.ts';

/** A topic with its notes and the people behind it. */
export interface ToldTopic extends NotedTopic {
  kind: 'it-worked' | 'it-did-not' | 'help-me' | 'try-together' | null;
  leadId: string | null;
  leadName: string;
  noteTakerId: string | null;
  noteTakerName: string;
}

const wordsIn = (notes: readonly Note[], box: Note['box']) => notes.find((note) => note.box === box)?.words ?? '';

/** The words a lesson begins with: the question of the topic, and what stands in its three boxes. */
export const wordsOfTopic = ({ title, question, notes }: ToldTopic): LessonText => ({
  title,
  tryThis: '',
  wanted: question,
  happened: wordsIn(notes, 'tried'),
  why: wordsIn(notes, 'learned'),
  nextTime: wordsIn(notes, 'next'),
});

/** What can be said before its authors say more. */
export const workedFor = ({ kind }: Pick<ToldTopic, 'kind'>): Worked =>
  kind === 'it-worked' ? 'yes' : kind === 'it-did-not' ? 'no' : 'too-early';

/** Who starts it and who took the notes, each once: people of the site by their record, others by the name given. */
export function authorsOfTopic(topic: Omit<ToldTopic, keyof NotedTopic>): LessonAuthor[] {
  const authors = [authorOf(topic.leadId, topic.leadName), authorOf(topic.noteTakerId, topic.noteTakerName)].flatMap(
    (author) => author ?? [],
  );
  return authors.filter(
    (author, at) =>
      authors.findIndex((other) => other.personId === author.personId && other.guestName === author.guestName) === at,
  );
}

function authorOf(personId: string | null, name: string): LessonAuthor | undefined {
  if (personId) return { personId, guestName: '' };
  return name ? { personId: null, guestName: name } : undefined;
}
