import type { Chance } from './chance.ts';

const PLACES = [
  'Ashby',
  'Brook End',
  'Castle Hill',
  'Dunmere',
  'Eastgate',
  'Fenwick',
  'Greenside',
  'Harbour',
  'Millfield',
  'Northway',
  'Old Town',
  'Parkside',
  'Quarry Bank',
  'Riverside',
  'Southmoor',
  'Thornley',
  'Upper Vale',
  'Westcliff',
];
const SUBJECTS = [
  'allotments',
  'apprenticeships',
  'bins',
  'buses',
  'cycling',
  'flooding',
  'food hygiene',
  'fostering',
  'housing repairs',
  'libraries',
  'licensing',
  'museums',
  'parking',
  'parks',
  'planning',
  'recycling',
  'registrars',
  'road works',
  'schools',
  'social care',
  'sports',
  'trading standards',
  'volunteering',
  'youth work',
];
const FORMS = ['news', 'service', 'team', 'updates', 'help', 'community', 'forum', 'noticeboard', 'live', 'advice'];
const DEEDS = [
  'asked people at the counter',
  'moved the notice to the bus stop',
  'wrote the letter again in plain words',
  'answered within the hour',
  'put one picture on the first page',
  'rang the ten people who had complained',
  'opened the hall an hour earlier',
  'let the warden answer in her own name',
  'printed the dates on a fridge magnet',
  'stopped the newsletter for a month',
];
const RESULTS = [
  'calls about it fell by a third',
  'nobody noticed for a week',
  'forty people came instead of twelve',
  'the same three people answered',
  'the queue was gone by ten',
  'two schools asked for the template',
  'the councillor saw it first',
  'we heard from people we had never met',
];
const FIRST_NAMES = [
  'Amara',
  'Bryn',
  'Carys',
  'Dev',
  'Elin',
  'Farah',
  'Gwen',
  'Hanif',
  'Isla',
  'Jonah',
  'Kezia',
  'Leon',
  'Mina',
  'Noor',
  'Owen',
  'Priya',
  'Rosa',
  'Samir',
  'Tess',
  'Una',
];
const LAST_NAMES = [
  'Abbott',
  'Barrow',
  'Clegg',
  'Doyle',
  'Ellwood',
  'Frost',
  'Grange',
  'Hollis',
  'Iqbal',
  'Jarvis',
  'Kerr',
  'Lowe',
  'Marsh',
  'Nash',
  'Okoro',
  'Pike',
  'Reeve',
  'Stott',
  'Tran',
  'Webb',
];

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const unitName = (chance: Chance, number: number) =>
  `${capital(SUBJECTS[number % SUBJECTS.length]!)} ${chance.pick(FORMS)} ${number}`;
export const channelName = (chance: Chance) => `${chance.pick(PLACES)} ${chance.pick(SUBJECTS)} ${chance.pick(FORMS)}`;
export const personName = (chance: Chance) => `${chance.pick(FIRST_NAMES)} ${chance.pick(LAST_NAMES)}`;
export const lessonTitle = (chance: Chance) =>
  `We ${chance.pick(DEEDS)} for ${chance.pick(SUBJECTS)} in ${chance.pick(PLACES)}`;
export const meetupTitle = (chance: Chance) =>
  `Café at ${chance.pick(PLACES)}: ${chance.pick(SUBJECTS)} and ${chance.pick(SUBJECTS)}`;
export const subject = (chance: Chance) => chance.pick(SUBJECTS);
export const place = (chance: Chance) => chance.pick(PLACES);

/** A paragraph of so many sentences. */
export const paragraph = (chance: Chance, sentences: number) =>
  Array.from(
    { length: sentences },
    () =>
      `In ${chance.pick(PLACES)} the people who look after ${chance.pick(SUBJECTS)} ${chance.pick(DEEDS)}, and ${chance.pick(RESULTS)}.`,
  ).join(' ');
