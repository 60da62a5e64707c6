import { z } from 'astro/zod';
import { importAsShown } from '#domain/channels/import-commands.ts';
import { planImport } from '#domain/channels/import-queries.ts';
import {
  type ImportSummary,
  isUpdate,
  linesOfPlan,
  rejectsTable,
  reviewTable,
  summaryOf,
} from '#domain/channels/import-report-rules.ts';
import { reviewPlan } from '#domain/channels/import-review-queries.ts';
import { GONE_CHOICES, type ImportPlan, type ReviewLine } from '#domain/channels/import-rules.ts';
import { MAPPINGS } from '#domain/channels/mapping-list.ts';
import { fitMapping } from '#domain/channels/mapping-rules.ts';
import { slugOf } from '#domain/slugs/slug-rules.ts';
import { localDay } from '#domain/time/date-words.ts';
import { breather } from '#server/breathing.ts';
import { BYTE_ORDER_MARK, readCsv, writeCsv } from '#server/csv.ts';
import { requireKeeper } from '#server/guards.ts';
import { markOf } from '#server/mark.ts';
import { oneByOne } from '#server/one-by-one.ts';
import type { Site } from '#server/site.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { choice, optionalLine, tick } from './fields.ts';
import { guarded } from './guarded.ts';

/** What came of a file, or would come of it. */
export interface ImportReport {
  isTrial: boolean;
  summary: ImportSummary;
  /** Of a trial: sent back with the file, so that what is done is what was shown. */
  mark: string | undefined;
  /** The first of what changes, is contested or gone. */
  review: Record<ReviewLine['what'], { lines: ReviewLine[]; total: number }>;
  /** All of that as a file; undefined when there is nothing, or too much for a page. */
  reviewFile: string | undefined;
  /** The first of the refused lines. */
  refused: { line: number; sentence: string }[];
  remarks: { line: number; sentence: string }[];
  /** All refused lines as a file to mend; undefined when it would be too large for a page. */
  rejects: string | undefined;
}

const MOST_SHOWN = 50;
const MOST_IN_A_LINK = 500_000;
const CHOOSE = 'Choose a CSV file';

const input = z.object({
  file: z.instanceof(File, { message: CHOOSE }).refine(({ size }) => size > 0, CHOOSE),
  mapping: choice(['ours', ...Object.keys(MAPPINGS)], 'Choose whose columns these are'),
  source: optionalLine(60),
  conflicts: choice(['ours', 'theirs'], 'Choose what wins').nullish(),
  gone: choice(GONE_CHOICES, 'Choose what happens to them').nullish(),
  mark: optionalLine(64),
  isTrial: tick,
});

/** A file of ten thousand channels takes some forty megabytes while it is worked on. */
const inTurn = oneByOne();

export const register = {
  /** Takes a file into the register, or says what would happen. What changes something that is there is shown first. */
  importFile: guarded({
    input,
    async handler(wish, context, site) {
      const { person } = requireKeeper(context);
      return { shown: await inTurn(() => importFile(wish, person.id, context.locals, site)) };
    },
  }),
};

async function importFile(
  { file: upload, mapping, source, mark, isTrial, ...choices }: z.output<typeof input>,
  savedById: string,
  { now, site: facts }: App.Locals,
  site: Site & { newId: () => string },
): Promise<ImportReport> {
  const breathe = breather();
  await breathe();
  const csv = await readCsv(new Uint8Array(await upload.arrayBuffer()), breathe);
  if (csv.kind === 'unreadable') throw wrongFields({ file: csv.sentence });
  const read = fitMapping(MAPPINGS[mapping], csv.header);
  if (typeof read === 'string') throw wrongFields({ file: read });
  const list = mapping === 'ours' ? source && slugOf(source) : mapping;
  const file = { width: csv.header.length, lines: csv.lines, read, source: list || undefined };
  const asked = { newId: site.newId, today: localDay(now, facts.zone), breathe };
  const chosen = { conflicts: choices.conflicts ?? 'ours', gone: choices.gone ?? 'leave' } as const;
  const markOfPlan = (plan: ImportPlan) => markOf(linesOfPlan(plan), breathe);
  const isShown = async (plan: ImportPlan) => (mark ? (await markOfPlan(plan)) === mark : !isUpdate(plan));
  const wish = { ...asked, ...chosen, file, now, savedById, isShown };
  const { plan, isDone } = isTrial
    ? { plan: await planImport(site.read, file, asked), isDone: false }
    : await site.write((tx) => importAsShown(tx, wish));
  await breathe();
  const report = await reportOf(site.read, plan, csv.header, !isDone);
  return { ...report, mark: isDone ? undefined : await markOfPlan(plan) };
}

type Read = Parameters<typeof reviewPlan>[0];

async function reportOf(
  read: Read,
  plan: ImportPlan,
  header: readonly string[],
  isTrial: boolean,
): Promise<Omit<ImportReport, 'mark'>> {
  const { refused, remarks } = plan;
  const review = isTrial ? await reviewPlan(read, plan) : [];
  return {
    isTrial,
    summary: summaryOf(plan),
    review: firstOf(review),
    reviewFile: review.length > 0 ? fileOf(reviewTable(review)) : undefined,
    refused: refused.slice(0, MOST_SHOWN).map(({ line, sentence }) => ({ line, sentence })),
    remarks: remarks.slice(0, MOST_SHOWN),
    rejects: refused.length > 0 ? fileOf(rejectsTable(header, refused)) : undefined,
  };
}

function firstOf(review: readonly ReviewLine[]): ImportReport['review'] {
  const of = (what: ReviewLine['what']) => review.filter((line) => line.what === what);
  const part = (lines: ReviewLine[]) => ({ lines: lines.slice(0, MOST_SHOWN), total: lines.length });
  return { changed: part(of('changed')), conflict: part(of('conflict')), gone: part(of('gone')) };
}

function fileOf(table: string[][]): string | undefined {
  const file = BYTE_ORDER_MARK + writeCsv(table);
  return file.length <= MOST_IN_A_LINK ? file : undefined;
}
