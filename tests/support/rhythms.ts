import type { DateAhead } from '#domain/series/rhythm-plan-rules.ts';
import type { Rhythm } from '#domain/series/rhythm-rules.ts';

/** A rhythm in London, from ten to twelve. */
export const rhythmOf = (rules: readonly string[], wished: Partial<Rhythm> = {}): Rhythm => ({
  rules,
  exceptDays: [],
  extraDays: [],
  firstDay: '2026-01-01',
  startTime: '10:00',
  endTime: '12:00',
  zone: 'Europe/London',
  ...wished,
});

/** A date ahead from ten to twelve, as its series made it unless told otherwise. */
export const dateOn = (day: string, wished: Partial<DateAhead> = {}): DateAhead => ({
  id: day,
  slug: day,
  title: 'Café',
  seriesStart: `${day}T10:00`,
  startsLocal: `${day}T10:00`,
  endsLocal: `${day}T12:00`,
  zone: 'Europe/London',
  isByHand: false,
  isCancelled: false,
  hasBegun: false,
  people: 0,
  ...wished,
});
