export type Nearness = 'related' | 'mention' | 'collection';

/** Something that stands near a lesson: a lesson like it, one that links to it, or a collection that holds it. */
export interface Near {
  nearness: Nearness;
  slug: string;
  title: string;
  /** What a lesson asks to try, or why a collection has this lesson. */
  line: string;
}
