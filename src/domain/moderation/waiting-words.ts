import { counted } from '../text/sentence-rules.ts';

interface Waiting {
  appeals: number;
  reports: number;
  held: number;
  webmentions: number;
}

/** What waits for moderators, a line a kind: "2 reported comments". */
export const sayWaiting = ({ appeals, reports, held, webmentions }: Waiting): string[] =>
  [
    sayMany(appeals, 'appeal', 'appeals'),
    sayMany(reports, 'reported comment', 'reported comments'),
    sayMany(held, 'comment that has not appeared yet', 'comments that have not appeared yet'),
    sayMany(webmentions, 'page of another site that speaks of ours', 'pages of other sites that speak of ours'),
  ].flatMap((line) => line ?? []);

const sayMany = (number: number, one: string, many: string) => (number > 0 ? counted(number, one, many) : undefined);
