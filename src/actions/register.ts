import { z } from 'astro/zod';
import { importChannels } from '#domain/channels/import-commands.ts';
import { planImport } from '#domain/channels/import-queries.ts';
import { type ImportSummary, rejectsTable, summaryOf } from '#domain/channels/import-report-rules.ts';
import type { ImportPlan } from '#domain/channels/import-rules.ts';
import { MAPPINGS } from '#domain/channels/mapping-list.ts';
import { fitMapping } from '#domain/channels/mapping-rules.ts';
import { localDay } from '#domain/time/date-words.ts';
import { breather } from '#server/breathing.ts';
import { BYTE_ORDER_MARK, readCsv, writeCsv } from '#server/csv.ts';
import { requireKeeper } from '#server/guards.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { choice, tick } from './fields.ts';
import { guarded } from './guarded.ts';

/** What came of a file, or would come of it. */
export interface ImportReport {
  isTrial: boolean;
  summary: ImportSummary;
  /** The first of the refused lines. */
  refused: { line: number; sentence: string }[];
  remarks: { line: number; sentence: string }[];
  /** All refused lines as a file to mend; undefined when it would be too large for a page. */
  rejects: string | undefined;
}

const MOST_SHOWN = 50;
const MOST_REJECTS = 500_000;
const CHOOSE = 'Choose a CSV file';

export const register = {
  /** Takes a file into the register, or says what would happen. */
  importFile: guarded({
    input: z.object({
      file: z.instanceof(File, { message: CHOOSE }).refine(({ size }) => size > 0, CHOOSE),
      mapping: choice(['ours', ...Object.keys(MAPPINGS)], 'Choose whose columns these are'),
      isTrial: tick,
    }),
    async handler({ file: upload, mapping, isTrial }, context, site) {
      const { person } = requireKeeper(context);
      const { now, site: facts } = context.locals;
      const breathe = breather();
      await breathe();
      const csv = await readCsv(new Uint8Array(await upload.arrayBuffer()), breathe);
      if (csv.kind === 'unreadable') throw wrongFields({ file: csv.sentence });
      const read = fitMapping(MAPPINGS[mapping], csv.header);
      if (typeof read === 'string') throw wrongFields({ file: read });
      const file = { width: csv.header.length, lines: csv.lines, read };
      const asked = { newId: site.newId, today: localDay(now, facts.zone), breathe };
      const plan = isTrial
        ? await planImport(site.read, file, asked)
        : await site.write((tx) => importChannels(tx, { ...asked, file, now, savedById: person.id }));
      await breathe();
      return { shown: reportOf(plan, csv.header, isTrial) };
    },
  }),
};

function reportOf(plan: ImportPlan, header: readonly string[], isTrial: boolean): ImportReport {
  const { refused, remarks } = plan;
  const rejects = refused.length > 0 ? BYTE_ORDER_MARK + writeCsv(rejectsTable(header, refused)) : undefined;
  return {
    isTrial,
    summary: summaryOf(plan),
    refused: refused.slice(0, MOST_SHOWN).map(({ line, sentence }) => ({ line, sentence })),
    remarks: remarks.slice(0, MOST_SHOWN),
    rejects: rejects !== undefined && rejects.length <= MOST_REJECTS ? rejects : undefined,
  };
}
