import type { FieldChange } from '#db/tables/channels.ts';
import { sayDate } from '../time/date-words.ts';
import { ADDED } from './channel-history-rules.ts';
import type { ChannelStatus } from './channel-rules.ts';

export type ChannelNewsKind = 'opened' | 'moved' | 'closed';

/** One piece of news, with what the channel is today. */
export interface ChannelNews {
  id: string;
  news: ChannelNewsKind;
  at: Date;
  name: string;
  slug: string;
  platform: string;
  unit: string;
  closedOn: string | null;
  insteadName: string | null;
}

/** Not there for everybody, yet or any more. */
const SHUT: readonly ChannelStatus[] = ['requested', 'approved', 'refused', 'closed'];

/** What everybody is told when a channel was changed like this. Closing outweighs the rest, since it is what people must not miss. */
export function newsIn(changes: readonly FieldChange[]): ChannelNewsKind | null {
  const changeOf = (field: string) => changes.find((change) => change.field === field);
  const status = changeOf('status');
  if (status?.to === 'closed') return 'closed';
  if (changeOf(ADDED.field) || (status && isShut(status.from) && !isShut(status.to))) return 'opened';
  const url = changeOf('url');
  return url?.from && url.to ? 'moved' : null;
}

/** A title for a list of news: "Closed: Sandford parks". */
export const sayNews = ({ news, name }: ChannelNews): string => `${NEWS_WORDS[news]}: ${name}`;

/** The news in a few sentences. A closed channel may be taken over by somebody else, so it says what to make of that. */
export function tellNews({ news, name, platform, unit, closedOn, insteadName }: ChannelNews): string {
  const which = `${platform} “${name}” of ${unit}`;
  if (news === 'opened') return `${which} has opened.`;
  if (news === 'moved') return `${which} has another address now. Only the one on its page is ours.`;
  const until = closedOn ? `It was ours until ${sayDate(closedOn)}.` : 'It is ours no more.';
  return `${which} is closed. ${until} ${insteadName ? `Go to ${insteadName} instead. ` : ''}If it posts again, it is not us.`;
}

const NEWS_WORDS = { opened: 'Opened', moved: 'Moved', closed: 'Closed' } as const;

const isShut = (status: string) => (SHUT as readonly string[]).includes(status);
