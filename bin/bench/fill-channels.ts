import type { Writer } from '#db/database.ts';
import { saveChannel } from '#domain/channels/channel-commands.ts';
import type { ChannelFields } from '#domain/channels/channel-rules.ts';
import { recogniseLink } from '#domain/channels/link-rules.ts';
import { platformList } from '#domain/channels/platform-list.ts';
import type { People } from './fill-people.ts';
import { dayOf, daysFrom, type Setting } from './rows.ts';
import { channelName, paragraph } from './words.ts';

/** Where channels live; each number is in the link, so that no two are the same. */
const LINKS = [
  (number: number) => `https://x.com/council_${number}`,
  (number: number) => `https://www.facebook.com/council.page.${number}`,
  (number: number) => `https://www.instagram.com/council.${number}`,
  (number: number) => `https://www.youtube.com/@council-${number}`,
  (number: number) => `https://www.linkedin.com/company/council-${number}`,
  (number: number) => `https://news-${number}.council.example/letters`,
];

/** As a keeper would add them, one by one. */
export async function fillChannels(tx: Writer, setting: Setting, people: People, amount: number) {
  const { chance, now, newId } = setting;
  for (let number = 0; number < amount; number++) {
    const checkedOn = chance.happens(0.9) ? dayOf(daysFrom(now, -chance.number(0, 300))) : null;
    const fields = channelFields(setting, people, number);
    const saved = await saveChannel(tx, { id: newId(), fields, checkedOn, savedById: null, now, newId });
    if (saved.kind !== 'added') throw new Error(`channel ${number} was not added: ${saved.kind}`);
  }
}

function channelFields({ chance }: Setting, people: People, number: number): ChannelFields {
  const account = recogniseLink(platformList, LINKS[number % LINKS.length]!(number));
  if (account.kind !== 'recognised') throw new Error(`no platform knows the link of channel ${number}`);
  const owner = chance.number(0, people.ids.length - 2);
  return {
    ...BLANK,
    name: channelName(chance),
    platformKey: account.platformKey,
    url: account.url,
    handle: account.handle,
    linkKey: account.linkKey,
    objective: paragraph(chance, 1),
    audience: 'People who live or work here',
    unitId: chance.pick(people.unitIds),
    ownerId: chance.happens(0.95) ? people.ids[owner]! : null,
    deputyId: chance.happens(0.8) ? people.ids[owner + 1]! : null,
    status: chance.pick(['open', 'open', 'open', 'open', 'paused', 'requested', 'closing']),
    circle: chance.pick(['public', 'public', 'public', 'partner', 'staff']),
  };
}

const BLANK = {
  platformId: '',
  place: '',
  languages: ['en'],
  accountKind: 'corporate',
  mode: 'conversation',
  whoPosts: ['comms'],
  contactsKeptIn: '',
  objectiveKind: 'listen',
  measure: '',
  latestResult: '',
  latestResultOn: null,
  teamMailbox: 'team@council.example',
  centralTeamHasAccess: null,
  centralAccessCheckedOn: null,
  signInKeptIn: 'password-manager',
  signInPlace: '',
  recoveryIsShared: null,
  twoStepSignIn: 'on',
  twoStepCheckedOn: null,
  monitoredHours: 'Monday to Friday, 9 am to 5 pm',
  responsePromise: 'same-day',
  outOfHours: '',
  outOfHoursPhone: '',
  notFor: 'Emergencies: ring 999',
  emergencyUse: false,
  emergencyOrder: null,
  postsWithinMinutes: null,
  openedOn: null,
  tags: [],
  notes: '',
} satisfies Partial<ChannelFields>;
