/** The rules a removal refers to: each is a heading of `content/help/house-rules.md`, and `#<key>` there leads to it. */
export const HOUSE_RULES = {
  'no-attacks-on-people': 'No attacks on people',
  'no-private-facts': 'No private facts',
  'nothing-against-the-law': 'Nothing against the law',
  'no-selling-and-no-spam': 'No selling and no spam',
  'keep-to-the-subject': 'Keep to the subject',
  'fair-before-an-election': 'Fair before an election',
} as const;

export type HouseRule = keyof typeof HOUSE_RULES;
export const RULE_KEYS = Object.keys(HOUSE_RULES) as [HouseRule, ...HouseRule[]];
