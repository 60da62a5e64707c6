import type { ActionAPIContext } from 'astro:actions';
import { z } from 'astro/zod';
import { restSeries, resumeSeries } from '#domain/series/rest-commands.ts';
import { changeRhythm } from '#domain/series/rhythm-commands.ts';
import { readRhythm } from '#domain/series/rhythm-form-rules.ts';
import { editSeries, saveSeries } from '#domain/series/series-commands.ts';
import { findSeriesById, listTerms } from '#domain/series/series-queries.ts';
import { localDay } from '#domain/time/date-words.ts';
import { refusal, requireSeriesHost, requireStaff } from '#server/guards.ts';
import type { Site } from '#server/site.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { choice, longText, madeId, wholeNumber } from './fields.ts';
import { guarded } from './guarded.ts';
import { stationeryFor } from './rsvp-parts.ts';
import { readSeries, seriesForm } from './series-input.ts';

const SEEN = 'Open the page again: this form is an old one';
const mark = z.string({ error: SEEN }).max(20_000, SEEN);
const cells = z.array(z.string().max(200)).max(60);
const cell = z.string().max(64).default('');

export const series = {
  start: guarded({
    input: seriesForm,
    async handler(input, context, site) {
      requireStaff(context);
      const wish = await readSeries(input, site, today(context));
      const { now, site: facts } = context.locals;
      const outcome = await site.write((tx) => saveSeries(tx, wish, facts.zone, site.newId, now));
      if (outcome.kind !== 'saved') throw notSaved(outcome.kind);
      return { to: `/series/${outcome.slug}/rhythm`, notice: 'series-started' };
    },
  }),

  edit: guarded({
    input: seriesForm.extend({ seenAt: wholeNumber(0, Number.MAX_SAFE_INTEGER, SEEN) }),
    async handler({ seenAt, ...input }, context, site) {
      const editor = requireSeriesHost(context, await hostsOf(site, input.seriesId));
      const wish = { ...(await readSeries(input, site, today(context))), seenAt: new Date(seenAt) };
      const { now } = context.locals;
      const outcome = await site.write((tx) => editSeries(tx, wish, editor, stationeryFor(context), now));
      if (outcome.kind !== 'saved') throw notSaved(outcome.kind);
      return { to: `/series/${outcome.slug}`, notice: 'series-saved' };
    },
  }),

  /** Does what the preview of a rhythm said. */
  changeRhythm: guarded({
    input: z.object({
      ...{ seriesId: madeId, mark, which: cells, weekday: cells, months: cells, keptRules: cells },
      ...{ exceptDays: cells, extraDays: cells, firstDay: cell, startTime: cell, endTime: cell, zone: cell },
    }),
    async handler({ mark: seen, seriesId: id, ...typed }, context, site) {
      const editor = requireSeriesHost(context, await hostsOf(site, id));
      const read = readRhythm(typed);
      if (read.kind === 'wrong') throw wrongFields(read.problems);
      const wish = { seriesId: id, rhythm: read.rhythm, mark: seen };
      const { now } = context.locals;
      const outcome = await site.write((tx) => changeRhythm(tx, wish, editor, stationeryFor(context), now));
      return { to: `/series/${slugOf(outcome)}`, notice: noticeOf(outcome, 'series-rhythm-saved') };
    },
  }),

  rest: guarded({
    input: z.object({
      ...{ seriesId: madeId, mark },
      kind: choice(['resting', 'ended'], 'Choose whether it rests or ends'),
      reason: longText(500, 'Say why, in a sentence: it stands on the page, and goes to everyone who was coming'),
    }),
    async handler(wish, context, site) {
      const editor = requireSeriesHost(context, await hostsOf(site, wish.seriesId));
      const { now } = context.locals;
      const outcome = await site.write((tx) => restSeries(tx, wish, editor, stationeryFor(context), now));
      return { to: `/series/${slugOf(outcome)}`, notice: noticeOf(outcome, 'series-rests') };
    },
  }),

  resume: guarded({
    input: z.object({ seriesId: madeId, mark }),
    async handler(wish, context, site) {
      const editor = requireSeriesHost(context, await hostsOf(site, wish.seriesId));
      const { now } = context.locals;
      const outcome = await site.write((tx) => resumeSeries(tx, wish, editor, stationeryFor(context), now));
      return { to: `/series/${slugOf(outcome)}`, notice: noticeOf(outcome, 'series-resumed') };
    },
  }),
};

const today = ({ locals: { now, site } }: ActionAPIContext) => localDay(now, site.zone);

/** The hosts of a form's series. The guard comes before anything else is looked up. */
async function hostsOf({ read }: Pick<Site, 'read'>, id: string) {
  if (!(await findSeriesById(read, id))) throw notSaved('no-such-series');
  return listTerms(read, id);
}

type Outcome = Awaited<ReturnType<typeof changeRhythm | typeof restSeries>>;

function slugOf(outcome: Outcome): string {
  if (outcome.kind !== 'saved') throw notSaved(outcome.kind);
  return outcome.slug;
}

const noticeOf = (outcome: Outcome, notice: string) =>
  outcome.kind === 'saved' && outcome.untold > 0 ? `${notice}-ring` : notice;

/** Why nothing was saved, in a sentence. */
function notSaved(kind: 'no-such-series' | 'no-such-venue' | 'not-yours' | 'changed-since' | 'resting') {
  switch (kind) {
    case 'no-such-series':
      return refusal('NOT_FOUND', 'This series is gone. Look for it among all series.');
    case 'no-such-venue':
      return refusal('CONFLICT', 'That place is not in the list any more. Choose another, or enter it as a new one.');
    case 'not-yours':
      return refusal('FORBIDDEN', 'Only the hosts of this series can change it. Ask one of them, or an admin.');
    case 'resting':
      return refusal('CONFLICT', 'This series rests or has ended. Resume it first, then give it a rhythm.');
    case 'changed-since':
      return refusal(
        'CONFLICT',
        'Something has changed meanwhile, and nothing was done. What you typed is still here: look again, then press the button again.',
      );
  }
}
