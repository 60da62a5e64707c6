import type { CalendarFile, CalendarRemark } from '#domain/calendars/calendar-facts.ts';
import type { ImportPlan } from '#domain/calendars/import-plan-rules.ts';
import { counted } from '#domain/text/sentence-rules.ts';

/** What came of a calendar, or would come of it. */
export function sayImport(
  { events, refused, others }: CalendarFile,
  { meetups, series, known, leftOut, remarks }: ImportPlan,
  isDry?: true,
): string {
  const dates = series.reduce((sum, one) => sum + one.dates.length, 0);
  return [
    `${isDry ? 'Nothing was changed. This would happen' : 'Done'}: ${counted(events.length + refused.length, 'event')} read.`,
    `  ${counted(meetups.length, 'meetup')} added, and ${series.length} series with ${counted(dates, 'date')}.`,
    `  ${counted(known, 'event')} imported before, and left as they are here.`,
    ...(others > 0 ? [`  ${others} that are no events (tasks and the like) passed over.`] : []),
    `  ${counted(remarks.length, 'event')} not kept whole${remarks.length > 0 ? ':' : '.'}`,
    ...remarks.map(sayRemark),
    `  ${counted(leftOut.length, 'event')} left out${leftOut.length > 0 ? ':' : '.'}`,
    ...leftOut.map(sayRemark),
  ].join('\n');
}

const sayRemark = ({ line, summary, sentences }: CalendarRemark) =>
  `    line ${line}, “${summary.replace(/\s+/g, ' ').slice(0, 60)}”: ${sentences.join(' ')}`;
