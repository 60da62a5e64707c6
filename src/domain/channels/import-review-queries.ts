import type { Reader } from '#db/database.ts';
import { nameChanges } from './channel-history-queries.ts';
import type { ImportPlan, ReviewLine } from './import-rules.ts';

/** Field by field what a plan changes, what is contested and what is gone, with the names that people and units bear. */
export async function reviewPlan(read: Reader, plan: ImportPlan): Promise<ReviewLine[]> {
  const lines = [...changedLines(plan), ...contestedLines(plan), ...goneLines(plan)];
  const named = await nameChanges(read, lines);
  const made = new Map(plan.units.map(({ id, name }) => [id, name]));
  return lines.map((line, at) => {
    const { from, to } = named[at] ?? line;
    return { ...line, from, to: made.get(to) ?? to };
  });
}

const changedLines = ({ changed }: ImportPlan): ReviewLine[] =>
  changed.flatMap(({ slug, name, changes }) =>
    changes.map((change) => ({ what: 'changed' as const, slug, name, ...change })),
  );

const contestedLines = ({ conflicts }: ImportPlan): ReviewLine[] =>
  conflicts.flatMap(({ slug, name, changes }) =>
    changes.map((change) => ({ what: 'conflict' as const, slug, name, ...change })),
  );

const goneLines = ({ gone }: ImportPlan): ReviewLine[] =>
  gone.map(({ slug, name }) => ({ what: 'gone' as const, slug, name, field: '', from: '', to: '' }));
