import type ICAL from 'ical.js';

/** Properties of an event that have no place in a meetup, and what to call them. */
const UNKEPT: [property: string, one: string, many: string][] = [
  ['attendee', 'one invited person', 'invited people'],
  ['organizer', 'its organiser', 'organisers'],
  ['attach', 'an attachment', 'attachments'],
  ['categories', 'its categories', 'categories'],
  ['geo', 'its place on the map', 'places on the map'],
  ['conference', 'a link to join on line', 'links to join on line'],
  ['resources', 'what was booked for it', 'resources'],
];

/** What an event says that cannot be kept, in a sentence or none. */
export function unkeptOf(event: ICAL.Component): string[] {
  const alarms = event.getAllSubcomponents('valarm').length;
  const things = UNKEPT.flatMap(([property, one, many]) => count(event.getAllProperties(property).length, one, many));
  const lost = [...things, ...count(alarms, 'an alarm', 'alarms')];
  const isForward = event.getFirstProperty('recurrence-id')?.getFirstParameter('range') === 'THISANDFUTURE';
  return [
    ...(lost.length > 0 ? [`Not kept: ${lost.join(', ')}.`] : []),
    ...(isForward ? ['It changes this date and all later ones; only this one was changed.'] : []),
    ...(String(event.getFirstPropertyValue('status')).toUpperCase() === 'TENTATIVE'
      ? ['It was tentative, and is announced now.']
      : []),
  ];
}

function count(number: number, one: string, many: string): string[] {
  if (number === 0) return [];
  return [number === 1 ? one : `${number} ${many}`];
}
