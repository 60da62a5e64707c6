/** Why somebody had better not decide about words. */
export type Conflict = 'own-words' | 'own-ground' | 'own-removal';

/** What is decided about, as far as it touches those who decide. */
export interface Stakes {
  /** Who wrote the words. */
  authorId: string | null;
  /** The authors of the lesson, those who answer for the channel, the hosts of the meetup they stand under. */
  behindIds: readonly string[];
  /** Who removed them: for an appeal. */
  removedById?: string | null;
}

/** What a moderator has at stake, or null. */
export function conflictOf(personId: string, { authorId, behindIds, removedById }: Stakes): Conflict | null {
  if (personId === authorId) return 'own-words';
  if (personId === removedById) return 'own-removal';
  return behindIds.includes(personId) ? 'own-ground' : null;
}

/**
 * Whether somebody may decide: not on what touches them as long as another moderator can. When nobody can, they may,
 * and are told what it touches (`despite`).
 */
export function mayDecide(personId: string, moderatorIds: readonly string[], stakes: Stakes) {
  const conflict = conflictOf(personId, stakes);
  if (!conflict) return { kind: 'may' as const };
  const others = moderatorIds.filter((id) => id !== personId && conflictOf(id, stakes) === null);
  return { kind: others.length > 0 ? ('may-not' as const) : ('despite' as const), conflict };
}

export type Verdict = ReturnType<typeof mayDecide>;

/** What a conflict is, as a whole sentence. */
export const CONFLICT_WORDS: Record<Conflict, string> = {
  'own-words': 'These are your own words.',
  'own-ground': 'They stand under something that is yours.',
  'own-removal': 'It was you who removed them.',
};
