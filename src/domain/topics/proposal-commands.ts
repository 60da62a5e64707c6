import type { Writer } from '#db/database.ts';
import type { Member } from '../people/viewer.ts';
import { listSeries } from '../series/series-list-queries.ts';
import { type Offer, offerTopic } from './offer-commands.ts';

/** Puts a topic on the list of the series that meets next, of those this person may see. */
export async function proposeTopic(
  tx: Writer,
  asker: Member,
  topic: Pick<Offer, 'title' | 'question' | 'kind'>,
  newId: () => string,
  now: Date,
) {
  const [next] = (await listSeries(tx, asker, now)).filter((one) => one.state === null && one.next !== null);
  if (!next) return { kind: 'no-series' as const };
  const offer = {
    ...{ seriesId: next.series.id, circles: asker.circles, kind: topic.kind },
    ...{ title: topic.title.slice(0, MOST_TITLE), question: topic.question.slice(0, MOST_QUESTION) },
  };
  const { id: personId, name, email } = asker.person;
  const who = { personId, name, email, route: 'web' as const, enteredById: null };
  const offered = await offerTopic(tx, offer, who, newId, now);
  return offered.kind === 'no-such-series' ? { kind: 'no-series' as const } : offered;
}

const MOST_TITLE = 120;
const MOST_QUESTION = 300;
