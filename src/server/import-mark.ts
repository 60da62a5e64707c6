import { createHash } from 'node:crypto';
import { linesOfPlan } from '#domain/channels/import-report-rules.ts';
import type { ImportPlan } from '#domain/channels/import-rules.ts';

/** What an import would do, in a word: two plans that do the same have the same mark. */
export function markOfImport(plan: ImportPlan): string {
  const hash = createHash('sha256');
  for (const line of linesOfPlan(plan)) hash.update(line).update('\n');
  return hash.digest('hex');
}
