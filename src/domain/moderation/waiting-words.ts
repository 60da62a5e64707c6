/** What waits for moderators, a line a kind: "2 reported comments". What waits for time alone is left out. */
export const sayWaiting = ({ appeals, reports, held }: { appeals: number; reports: number; held: number }): string[] =>
  [
    sayMany(appeals, 'appeal', 'appeals'),
    sayMany(reports, 'reported comment', 'reported comments'),
    sayMany(held, 'comment that has not appeared yet', 'comments that have not appeared yet'),
  ].flatMap((line) => line ?? []);

const sayMany = (number: number, one: string, many: string) =>
  number > 0 ? `${number} ${number === 1 ? one : many}` : undefined;
