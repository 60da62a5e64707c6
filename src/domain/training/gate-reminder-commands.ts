import {
  aliasedTable,
  and,
  asc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  notExists,
  notInArray,
  or,
  type SQL,
} from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Reader, Writer } from '#db/database.ts';
import { OVER_STATUSES } from '../channels/channel-rules.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { localDay } from '../time/date-words.ts';
import { expiryLetter, rereadLetter } from './gate-letters.ts';
import { WARN_DAYS } from './training-rules.ts';

/** Asks owners and deputies to read what changed in a policy, those who have not agreed to it as it is in force. */
export async function askToReread(tx: Writer, policyKey: string, stationery: Stationery, now: Date): Promise<null> {
  const { policies, policyAcknowledgements: agreements, people } = tx.tables;
  const [policy] = await tx.select().from(policies).where(eq(policies.key, policyKey));
  if (!policy) return null;
  const hasAgreed = tx
    .select({ id: agreements.id })
    .from(agreements)
    .where(
      and(
        eq(agreements.personId, people.id),
        eq(agreements.policyKey, policyKey),
        eq(agreements.version, policy.version),
      ),
    );
  const asked = await listHolders(tx, notExists(hasAgreed));
  const letters = asked.map((person) => rereadLetter(person, policy, stationery.siteUrl));
  const post = letters.map((letter) => ({ id: stationery.newId(), letter }));
  await queueLetters(tx, post, stationery, now);
  return null;
}

/**
 * Tells owners and deputies, once each, that what they learned expires within a month, and that it has: one letter a
 * person. What somebody has passed again since is left alone.
 */
export async function warnOfExpiry(tx: Writer, stationery: Stationery, now: Date) {
  const today = localDay(now, stationery.zone);
  const soon = Temporal.PlainDate.from(today).add({ days: WARN_DAYS }).toString();
  const due = await listExpiring(tx, today, soon);
  const holders = await listHolders(tx, inArray(tx.tables.people.id, [...new Set(due.map((row) => row.personId))]));
  const post = holders.map((person) => {
    const theirs = due.filter(({ personId }) => personId === person.id);
    const modules = theirs.map((row) => ({ ...row, isOver: row.expiresOn < today }));
    return { id: stationery.newId(), letter: expiryLetter(person, modules, stationery.siteUrl) };
  });
  await queueLetters(tx, post, stationery, now);
  await noteTold(tx, due, today, now);
}

async function noteTold(tx: Writer, due: readonly { id: string; expiresOn: string }[], today: string, now: Date) {
  const { trainingRecords } = tx.tables;
  const note = async (rows: typeof due, set: { warnedAt: Date } | { expiryToldAt: Date }) => {
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0) await tx.update(trainingRecords).set(set).where(inArray(trainingRecords.id, ids));
  };
  await note(due, { warnedAt: now });
  await note(
    due.filter(({ expiresOn }) => expiresOn < today),
    { expiryToldAt: now },
  );
}

const MOST_A_DAY = 500;

function listExpiring(tx: Writer, today: string, soon: string) {
  const { trainingRecords: records, trainingModules: modules } = tx.tables;
  const newer = aliasedTable(records, 'newer');
  const passedAgain = tx
    .select({ id: newer.id })
    .from(newer)
    .where(
      and(
        eq(newer.personId, records.personId),
        eq(newer.moduleKey, records.moduleKey),
        gt(newer.expiresOn, records.expiresOn),
      ),
    );
  return tx
    .select({
      ...{ id: records.id, personId: records.personId, expiresOn: records.expiresOn },
      ...{ key: modules.key, title: modules.title },
    })
    .from(records)
    .innerJoin(modules, and(eq(modules.key, records.moduleKey), eq(modules.isForChannels, true)))
    .where(
      and(
        lte(records.expiresOn, soon),
        or(isNull(records.warnedAt), and(lt(records.expiresOn, today), isNull(records.expiryToldAt))),
        notExists(passedAgain),
      ),
    )
    .orderBy(asc(records.expiresOn), asc(records.id))
    .limit(MOST_A_DAY);
}

/** People with an address who own a live channel or stand in for its owner, and have not left. */
function listHolders(read: Reader | Writer, which: SQL | undefined) {
  const { people, channels } = read.tables;
  const isLive = and(
    or(eq(channels.ownerId, people.id), eq(channels.deputyId, people.id)),
    notInArray(channels.status, [...OVER_STATUSES]),
  );
  return read
    .selectDistinct({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .innerJoin(channels, isLive)
    .where(and(isNotNull(people.email), isNull(people.leftAt), which))
    .then((rows) => rows.map(({ email, ...person }) => ({ ...person, email: email ?? '' })));
}
