import { expect } from 'vitest';
import { newId } from '#server/chance.ts';
import { meetupFields, SAM } from './meetup-form.ts';
import type { Page, Visitor } from './visit.ts';

export const TESS = 'tess.brown@council.example';

/** What a filled form of a series sends: hosted by Sam and Tess, who must have signed in once. */
export const seriesFields = (wished: Record<string, string | string[]> = {}) => {
  const { venueName, venueAddress, venuePhone, findUs, stepFree, toilet, hearingLoop, parking, accessNotes } =
    meetupFields(SAM);
  return {
    ...{ seriesId: newId(), name: 'Tea and topics', purpose: 'Tea, and *three* topics.', circle: 'public' },
    ...{ cost: 'Free', places: '20', phone: '', venueId: '' },
    ...{ hostEmail: [SAM, TESS, ''], hostFrom: ['', '', ''], hostUntil: ['', '', ''], moreVenueIds: [] },
    ...({ venueName, venueAddress, venuePhone, findUs, stepFree, toilet, hearingLoop, parking, accessNotes } as Record<
      string,
      string
    >),
    ...wished,
  };
};

/** What the form of a rhythm sends: the third Wednesday of every month, counted from a day. */
export const rhythmFields = (wished: Record<string, string | string[]> = {}): Record<string, string | string[]> => ({
  ...{ which: ['3', '', ''], weekday: ['WE', 'WE', 'WE'], months: ['e1', '', ''] },
  ...{ exceptDays: ['', ''], extraDays: ['', ''], firstDay: '2026-12-01', startTime: '10:00', endTime: '12:00' },
  zone: 'Europe/London',
  ...wished,
});

/** The address that shows what a rhythm would do. */
export const previewPath = (path: string, fields: Record<string, string | string[]>) => {
  const typed = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  return `${path}/rhythm?${new URLSearchParams(typed)}`;
};

/** Starts a series by its form. @returns its path. */
export async function startSeries(host: Visitor, wished: Record<string, string | string[]> = {}): Promise<string> {
  const sent = await host.send('/series/new', 'series.start', seriesFields(wished));
  expect(sent.text, 'started').toBe('');
  expect(sent.status).toBe(303);
  return (sent.path.split('?')[0] ?? '').replace('/rhythm', '');
}

/** Looks at the plan and presses its button. */
export async function giveRhythm(
  host: Visitor,
  path: string,
  fields: Record<string, string | string[]>,
): Promise<Page> {
  const preview = await host.get(previewPath(path, fields));
  return host.send(previewPath(path, fields), 'series.changeRhythm', {
    ...fields,
    ...hiddenIn(preview, 'seriesId', 'mark'),
  });
}

/** The values of hidden fields on a page. */
export const hiddenIn = ({ html }: Page, ...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, html.querySelector(`[name="${name}"]`)?.getAttribute('value') ?? '']));
