import { isHost } from '../meetups/rsvp-rules.ts';
import type { Viewer } from '../people/viewer.ts';

/** The three boxes of a topic, in their order. */
export const BOXES = ['tried', 'learned', 'next'] as const;
export type Box = (typeof BOXES)[number];

export const BOX_LABELS: Record<Box, string> = {
  tried: 'What was tried',
  learned: 'What we learned',
  next: 'Who will try what',
};

/** Characters in one box. */
export const LONGEST_NOTE = 6000;

/** One box of a topic. Version 0 has never been saved. */
export interface Note {
  topicId: string;
  box: Box;
  words: string;
  version: number;
  /** Who saved it last, as far as this viewer may know. */
  savedBy: string | null;
}

/** A topic with its three boxes. */
export interface NotedTopic {
  id: string;
  position: number;
  title: string;
  question: string;
  notes: readonly Note[];
}

/** What decides who may write the notes of a meetup. */
export interface NoteDesk {
  meetup: { hostId: string; secondHostId: string | null };
  cancelledAt: Date | null;
  publishedAt: Date | null;
  /** Leads and note-takers of its topics. */
  helperIds: readonly (string | null)[];
  /** Whether the viewer has a place, or came. */
  isComing: boolean;
}

/**
 * Notes belong to the table: its hosts write in every box, and so do the leads and note-takers and any colleague who is
 * there. What everyone can read is changed by the hosts alone, who answer for it.
 */
export function mayTakeNotes(viewer: Viewer, desk: NoteDesk): boolean {
  if (desk.cancelledAt || !viewer.person) return false;
  if (isHost(desk.meetup, viewer)) return true;
  if (desk.publishedAt) return false;
  return desk.helperIds.includes(viewer.person.id) || (viewer.circle === 'staff' && desk.isComing);
}

/** Whether anything was written in any box. */
export const hasNotes = (notes: readonly Pick<Note, 'words'>[]): boolean => notes.some(({ words }) => words !== '');

/** The name of a box in a form. */
export const noteKey = ({ topicId, box }: Pick<Note, 'topicId' | 'box'>): string => `${topicId}/${box}`;
