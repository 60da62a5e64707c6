import type { Tables } from '#db/tables.ts';
import type { ShownPerson } from '../meetups/meetup-people-rules.ts';
import type { Origin, Strength } from './topic-rules.ts';

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

/** A topic on the list of its series, as somebody may see it. */
export interface OpenTopic {
  id: string;
  title: string;
  question: string;
  kind: Topic['kind'];
  isFromNewcomer: boolean;
  offeredAt: Date;
  /** How many dates went by since it was offered. */
  passedOver: number;
  strength: Strength;
  isMyVote: boolean;
  isMine: boolean;
  offeredBy: ShownPerson;
}

/** The same for a host, with the unit or partner it comes from. */
export interface TopicToChoose extends OpenTopic {
  origin: Origin | null;
}

/** A topic of a meetup as its hosts arrange it: people by the address or the name that stands for them in a form. */
export interface ArrangedTopic {
  id: string;
  title: string;
  minutes: number;
  /** From the list of a series, not typed in. */
  isOffered: boolean;
  lead: string;
  noteTaker: string;
  origin: Origin | null;
}
