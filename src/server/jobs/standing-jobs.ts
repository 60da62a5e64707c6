import { planClosingReminder } from '#domain/closures/closing-reminder-commands.ts';
import { listUnplanned } from '#domain/closures/closing-reminder-queries.ts';
import { LOOK_FOR_NEWS } from '#domain/follows/at-once-commands.ts';
import { TAKE_FIGURES } from '#domain/health/figure-commands.ts';
import { planJobBy, planJobOnce } from '#domain/jobs/job-commands.ts';
import { WHOLE_SITE } from '#domain/jobs/job-rules.ts';
import { TELL_OF_LINKS } from '#domain/link-checks/link-letter-commands.ts';
import { planReminders } from '#domain/meetups/reminder-plan-commands.ts';
import { listUnreminded } from '#domain/meetups/reminder-queries.ts';
import { listHeldMeetups } from '#domain/meetups/rsvp-queries.ts';
import { TELL_MODERATORS } from '#domain/moderation/tell-commands.ts';
import { listUnreckoned } from '#domain/related/likeness-queries.ts';
import { RELATE } from '#domain/related/related-commands.ts';
import { ASK_REVIEWS } from '#domain/reviews/ask-commands.ts';
import { listUnopened } from '#domain/series/date-queries.ts';
import { planOpening } from '#domain/series/opening-plan-commands.ts';
import { listSeriesIds } from '#domain/series/series-queries.ts';
import { FORGET_WEBMENTIONS } from '#domain/webmentions/webmention-commands.ts';
import { newId } from '../chance.ts';
import type { Site } from '../site.ts';

/** The jobs that plan themselves again, for ever. */
const STANDING = [
  'forget-needs',
  'forget-letters',
  'ask-authors',
  'warn-of-expiry',
  ASK_REVIEWS,
  TAKE_FIGURES,
  TELL_MODERATORS,
  TELL_OF_LINKS,
  LOOK_FOR_NEWS,
  FORGET_WEBMENTIONS,
];

/** Plans what a database from before these jobs does not have yet. */
export async function planStandingJobs({ read, write, clock }: Pick<Site, 'read' | 'write' | 'clock'>) {
  const dueAt = clock();
  const held = await listHeldMeetups(read);
  const [series, dates] = [await listSeriesIds(read), await listUnopened(read, dueAt)];
  const unreminded = await listUnreminded(read, dueAt);
  const unplanned = await listUnplanned(read, dueAt);
  const [unrelated] = await listUnreckoned(read, 1);
  await write(async (tx) => {
    for (const kind of STANDING) await planJobOnce(tx, { id: newId(), kind, subjectId: WHOLE_SITE, dueAt });
    if (unrelated) await planJobBy(tx, { id: newId(), kind: RELATE, subjectId: WHOLE_SITE, dueAt });
    for (const subjectId of held) await planJobBy(tx, { id: newId(), kind: 'release-holds', subjectId, dueAt });
    for (const subjectId of series) await planJobOnce(tx, { id: newId(), kind: 'keep-series', subjectId, dueAt });
    for (const meetup of unreminded) await planReminders(tx, meetup, newId, dueAt);
    for (const meetup of unplanned) await planClosingReminder(tx, meetup, newId, dueAt);
    for (const date of dates) await planOpening(tx, date, newId);
  });
}
