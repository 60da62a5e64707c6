/** Who may see a record: everyone, partners and staff, or staff. */
export const CIRCLES = ['public', 'partner', 'staff'] as const;
export type Circle = (typeof CIRCLES)[number];

/** Who is asking. Every query that lists or finds takes one. */
export interface Viewer {
  circle: Circle;
  /** The circles whose records this viewer may see. */
  circles: readonly Circle[];
  person: { id: string; name: string; email: string | null; unitId: string | null } | null;
  isKeeper: boolean;
  isModerator: boolean;
  isAdmin: boolean;
}

/** Somebody signed in. */
export type Member = Viewer & { person: NonNullable<Viewer['person']> };

/** Each circle sees itself and the wider ones. */
export const circlesSeenBy = (circle: Circle): readonly Circle[] => CIRCLES.slice(0, CIRCLES.indexOf(circle) + 1);

/** Somebody of a circle of whom nothing else is known. */
export const viewerIn = (circle: Circle): Viewer => ({
  circle,
  circles: circlesSeenBy(circle),
  person: null,
  isKeeper: false,
  isModerator: false,
  isAdmin: false,
});

export const STRANGER: Viewer = viewerIn('public');
