import { and, eq, gt, inArray, isNotNull, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { isInReview, isLive } from '../channels/channel-filter-queries.ts';
import { KINDS_WITH_SIGN_IN } from '../channels/platform-rules.ts';
import { idsWithLink } from '../link-checks/link-check-queries.ts';
import { CHANGE, CHECK, type FindingWords, HAND_OVER, LEARN, MOST_PER_PERSON } from './finding-rules.ts';
import { isUngated } from './ungated-queries.ts';

interface Finding extends Omit<FindingWords, 'key'> {
  /** Which live channels it is about. `today` is 'YYYY-MM-DD', local to the site. */
  isFound(read: Reader | Writer, today: string): SQL | undefined;
}

/** Everything that can be wrong with a channel's record, worst first. */
export const FINDINGS = {
  'no-owner': {
    name: 'No owner',
    sentence: 'Nobody answers for it, so nobody notices when it goes wrong.',
    isFound: ({ tables: { channels } }) => isNull(channels.ownerId),
    mend: CHANGE,
  },
  'no-deputy': {
    name: 'No deputy',
    sentence: 'When its owner is ill or leaves, nobody can step in.',
    isFound: ({ tables: { channels } }) => isNull(channels.deputyId),
    mend: CHANGE,
  },
  left: {
    name: 'Owner or deputy has left',
    sentence: 'It stands in the name of somebody who does not work here any more.',
    isFound: (read, today) => isNamed(read, goneOn(read, today)),
    mend: HAND_OVER,
  },
  'too-many': {
    name: 'One person holds too many',
    sentence: `Its owner owns more than ${MOST_PER_PERSON}: too many to look after well, and all of them would leave together.`,
    isFound: (read) => inArray(read.tables.channels.ownerId, overloaded(read)),
    mend: HAND_OVER,
  },
  untrained: {
    name: 'Owner or deputy has not read or learned what they must',
    sentence: 'They answer for it without having agreed to the policy in force, or their training is not valid.',
    isFound: (read, today) =>
      or(isUngated(read, read.tables.channels.ownerId, today), isUngated(read, read.tables.channels.deputyId, today)),
    mend: LEARN,
  },
  'no-two-step': {
    name: 'No two-step sign-in',
    sentence: 'A password that leaks is enough to speak in our name.',
    isFound: (read) => and(hasSignIn(read), inArray(read.tables.channels.twoStepSignIn, ['off', 'unknown'])),
    mend: CHANGE,
  },
  'personal-recovery': {
    name: 'Recovery goes to a personal mailbox',
    sentence: 'Whoever has that mailbox can take it over, and it leaves with them.',
    isFound: (read) => and(hasSignIn(read), eq(read.tables.channels.recoveryIsShared, false)),
    mend: CHANGE,
  },
  'sign-in-unknown': {
    name: 'Nobody wrote down where the sign-in is kept',
    sentence: 'On a bad day somebody has to find it within minutes.',
    isFound: (read) => and(hasSignIn(read), eq(read.tables.channels.signInKeptIn, 'unknown')),
    mend: CHANGE,
  },
  overdue: {
    name: 'Not checked in time',
    sentence: 'Nobody has said lately that what the directory says is still right.',
    isFound: (read, today) =>
      and(isRunning(read), or(isInReview(read, 'overdue', today), isInReview(read, 'never', today))),
    mend: CHECK,
  },
  'link-gone': {
    name: 'Its link leads nowhere',
    sentence: 'The site says that the page is gone. A name that is free can be taken by somebody else.',
    isFound: (read) => inArray(read.tables.channels.id, idsWithLink(read, 'gone')),
    mend: CHANGE,
  },
  'link-elsewhere': {
    name: 'Its link leads elsewhere',
    sentence: 'It was moved, renamed or taken over: whoever follows it lands on another page.',
    isFound: (read) => inArray(read.tables.channels.id, idsWithLink(read, 'elsewhere')),
    mend: CHANGE,
  },
  'link-not-reached': {
    name: 'Its link cannot be asked',
    sentence: 'No site answers there, or none that can be asked.',
    isFound: (read) => inArray(read.tables.channels.id, idsWithLink(read, 'not-reached')),
    mend: CHANGE,
  },
  'no-objective': {
    name: 'No objective',
    sentence: 'Nobody can tell what should be different because of it, so nobody can tell whether it works.',
    isFound: ({ tables: { channels } }) => eq(channels.objective, ''),
    mend: CHANGE,
  },
  'same-audience': {
    name: 'Several units speak to the same people',
    sentence: 'They may hear the same thing twice: see whether one channel could do it for all.',
    isFound: (read) => inArray(audienceOf(read), sharedAudiences(read)),
    mend: CHANGE,
  },
} as const satisfies Record<string, Finding>;

export type FindingKey = keyof typeof FINDINGS;
export const FINDING_KEYS = Object.keys(FINDINGS) as FindingKey[];

/** A channel that people can meet today: it has been opened, and it is not over. */
export const isRunning = (read: Reader | Writer): SQL | undefined =>
  and(isLive(read), ne(read.tables.channels.status, 'requested'), ne(read.tables.channels.status, 'approved'));

/** The audience as it is compared: "Tenants" and " tenants" are the same people. */
export const audienceOf = ({ tables: { channels } }: Reader | Writer): SQL<string> =>
  sql<string>`lower(trim(${channels.audience}))`;

/** Those who have left, and those whose last day is over. */
export const goneOn = (read: Reader | Writer, today: string) => {
  const { people } = read.tables;
  return read
    .select({ id: people.id })
    .from(people)
    .where(or(isNotNull(people.leftAt), lt(people.leavingOn, today)));
};

const isNamed = ({ tables: { channels } }: Reader | Writer, persons: ReturnType<typeof goneOn>) =>
  or(inArray(channels.ownerId, persons), inArray(channels.deputyId, persons));

function overloaded(read: Reader | Writer) {
  const { channels } = read.tables;
  return read
    .select({ id: channels.ownerId })
    .from(channels)
    .where(and(isLive(read), isNotNull(channels.ownerId)))
    .groupBy(channels.ownerId)
    .having(gt(sql`count(*)`, MOST_PER_PERSON));
}

function sharedAudiences(read: Reader | Writer) {
  const { channels } = read.tables;
  return read
    .select({ audience: audienceOf(read) })
    .from(channels)
    .where(and(isLive(read), ne(channels.audience, '')))
    .groupBy(audienceOf(read))
    .having(gt(sql`count(distinct ${channels.unitId})`, 1));
}

/** A notice board has no password. */
function hasSignIn(read: Reader | Writer) {
  const { channels, platforms } = read.tables;
  const such = read
    .select({ key: platforms.key })
    .from(platforms)
    .where(inArray(platforms.kind, [...KINDS_WITH_SIGN_IN]));
  return inArray(channels.platformKey, such);
}
