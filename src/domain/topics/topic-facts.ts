import type { Tables } from '#db/tables.ts';

export type Topic = Tables['topics']['$inferSelect'];
export type TopicKind = NonNullable<Topic['kind']>;
export type Route = Topic['route'];

/** A topic as the form of a meetup holds it. Who starts it is somebody of this site, or a name. */
export interface TopicWish {
  /** Null for a new one. */
  id: string | null;
  title: string;
  question: string;
  leadId: string | null;
  leadName: string;
}
