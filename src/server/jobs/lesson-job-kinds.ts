import { PUBLISH_DRAFT, publishDue } from '#domain/drafts/schedule-commands.ts';
import { askHowItWent } from '#domain/try-outs/asking-commands.ts';
import { ASK } from '#domain/try-outs/try-out-rules.ts';
import type { JobKind } from './job-kinds.ts';

/** The jobs of lessons, from the draft to what became of them. */
export const LESSON_JOB_KINDS: Record<string, JobKind> = {
  [PUBLISH_DRAFT]: {
    says: 'Publishes a draft at the time that its authors chose',
    work: publishDue,
  },
  [ASK]: {
    says: 'Asks somebody how it went, who said that they would try a lesson',
    work: askHowItWent,
  },
};
