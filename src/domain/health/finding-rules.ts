/** Beyond this a person cannot know how each of them is doing. */
export const MOST_PER_PERSON = 10;

/** The page that mends a finding: what its link says, and where it leads. */
export interface Mend {
  text: string;
  at(slug: string): string;
}

export const CHANGE: Mend = { text: 'Change it', at: (slug) => `/channels/${slug}/edit` };
export const CHECK: Mend = { text: 'Check it', at: (slug) => `/channels/${slug}/review` };
export const HAND_OVER: Mend = { text: 'Hand it over', at: (slug) => `/channels/${slug}/hand-over` };

export const LEARN: Mend = { text: 'Note what they learned', at: () => '/training/records' };

/** For those who may look but not change: it reaches the keepers. */
export const TELL: Mend = { text: 'Tell the keepers', at: (slug) => `/channels/${slug}/report` };

/** One kind of trouble, as a page shows it. */
export interface FindingWords {
  key: string;
  /** "No owner" */
  name: string;
  /** Why it matters, in one sentence. */
  sentence: string;
  mend: Mend;
}
