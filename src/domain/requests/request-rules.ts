import type { OpeningWish } from '#db/tables/requests.ts';
import type { Tables } from '#db/tables.ts';
import type { ChannelFields, ChannelStatus } from '../channels/channel-rules.ts';
import type { Viewer } from '../people/viewer.ts';

export type { OpeningWish };
export type ChannelRequest = Tables['channelRequests']['$inferSelect'];
export type RequestKind = ChannelRequest['kind'];
export type RequestEventKind = Tables['channelRequestEvents']['$inferSelect']['kind'];

/** What can be asked about a channel that is there. */
export const CHANNEL_KINDS = ['take-over', 'claim', 'pause', 'resume', 'close'] as const;

export const REQUEST_WORDS: Record<RequestKind, string> = {
  open: 'Open a channel',
  'take-over': 'Take a channel over',
  claim: 'Answer for a channel that has no owner',
  pause: 'Pause a channel',
  resume: 'Go on with a paused channel',
  close: 'Close a channel',
};

export const EVENT_WORDS: Record<RequestEventKind, string> = {
  asked: 'asked',
  'asked-back': 'asked back',
  answered: 'answered',
  agreed: 'agreed',
  refused: 'said no',
  'taken-back': 'took it back',
  opened: 'opened it',
  'neighbour-asked': 'asked whether they could post on a channel like it',
  introduced: 'asked to meet whoever owns a channel like it',
};

/** The kinds of event that say how a request stands. */
export type RequestStep = Exclude<RequestEventKind, (typeof ASIDES)[number]>;

/** What its asker did meanwhile, which changes nothing of how a request stands. */
export const ASIDES = ['neighbour-asked', 'introduced'] as const satisfies readonly RequestEventKind[];

/** How a request stands, by what happened last; a draft when nothing did. */
export const STATE_WORDS: Record<RequestStep | 'draft', string> = {
  draft: 'Draft',
  asked: 'Waits for the keepers',
  answered: 'Waits for the keepers',
  'asked-back': 'Waits for an answer',
  agreed: 'Agreed',
  refused: 'Refused',
  'taken-back': 'Taken back',
  opened: 'Agreed, and open',
};

/** The kinds that make sense for a channel as it stands; nobody takes over what is theirs. */
export function kindsFor(
  { status, ownerId }: { status: ChannelStatus; ownerId: string | null },
  askerId?: string,
): RequestKind[] {
  if (status === 'closed' || status === 'refused') return [];
  return [
    ...(ownerId === null ? (['claim'] as const) : ownerId === askerId ? [] : (['take-over'] as const)),
    ...(status === 'open' ? (['pause'] as const) : []),
    ...(status === 'paused' ? (['resume'] as const) : []),
    ...(status === 'closing' ? [] : (['close'] as const)),
  ];
}

const OWNER_KINDS: readonly RequestKind[] = ['open', 'take-over', 'claim'];

/** Whether somebody owns the channel once this is agreed to. */
export const makesOwner = (kind: RequestKind): boolean => OWNER_KINDS.includes(kind);

/** Whether what was asked still fits: a channel may have found or lost its owner since, but not have ended. */
export const stillFits = (kind: RequestKind, channel: { status: ChannelStatus; ownerId: string | null }): boolean => {
  const kinds = kindsFor(channel);
  return makesOwner(kind) ? kinds.length > 0 : kinds.includes(kind);
};

export const EMPTY_OPENING: OpeningWish = {
  ...{ who: '', canDo: '', audience: '', unitId: '', name: '', link: '', platformKey: '', deputyId: null },
  ...{ whyNew: '', whoPosts: '', eveningsAndWeekends: '', examples: '', risks: '' },
  ...{ managerName: '', managerAgreedOn: null },
};

/** "So that carers can see when a place is free." */
export const sayObjective = ({ who, canDo }: Pick<OpeningWish, 'who' | 'canDo'>): string =>
  `So that ${who} can ${canDo}`.replace(/\.?$/, '.').slice(0, 300);

/** Who may read a request: whoever asked, and keepers of the register. */
export const mayRead = (
  viewer: Pick<Viewer, 'person' | 'isKeeper' | 'isAdmin'>,
  { askedById }: Pick<ChannelRequest, 'askedById'>,
): boolean => viewer.isKeeper || viewer.isAdmin || viewer.person?.id === askedById;

/** What of a channel follows from the request to open it; the address is read from its link. */
export const openingFields = (
  wish: OpeningWish,
  ownerId: string,
): Pick<
  ChannelFields,
  'name' | 'objective' | 'audience' | 'unitId' | 'ownerId' | 'deputyId' | 'monitoredHours' | 'notes'
> => ({
  name: wish.name,
  objective: sayObjective(wish),
  audience: wish.audience,
  unitId: wish.unitId,
  ownerId,
  deputyId: wish.deputyId,
  monitoredHours: wish.eveningsAndWeekends.slice(0, 200),
  notes: [wish.whyNew && `Why a new one: ${wish.whyNew}`, wish.risks && `Risks: ${wish.risks}`]
    .filter(Boolean)
    .join('\n'),
});
