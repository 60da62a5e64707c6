import type { ChannelClosing } from '#domain/channels/channel-closure-commands.ts';
import type { ChannelStatus } from '#domain/channels/channel-rules.ts';
import type { Circle } from '#domain/people/viewer.ts';
import { communitiesChannels } from './demo-channels-communities.ts';
import { customersChannels } from './demo-channels-customers.ts';
import { partnersChannels } from './demo-channels-partners.ts';
import { placeChannels } from './demo-channels-place.ts';
import { rowsOf } from './demo-rows.ts';

const STATUSES = ['requested', 'approved', 'paused', 'no-access', 'closing'] as const satisfies ChannelStatus[];

export interface DemoChannel extends DemoState {
  unit: string;
  name: string;
  /** A link or number; or `platform: place`, or `platform: link`. */
  where: string;
  /** Keys of people; undefined where nobody is known. */
  owner: string | undefined;
  deputy: string | undefined;
  objective: string;
  audience: string;
}

interface DemoState {
  status: ChannelStatus;
  isOverdue: boolean;
  circle: Circle;
  languages: string[];
  /** Its place in the order of an emergency. */
  emergencyOrder: number | null;
  /** Why it was closed, and the name of the channel to go to instead. */
  closed: { why: ChannelClosing['why']; goInstead: string | undefined } | undefined;
}

/**
 * The channels of all units. The last cell of a row holds, separated by commas, what is not usual: a status, `overdue`,
 * `staff only`, `partners only`, `in en pl`, `emergency 2`, `closed merged > Where to go instead`. `-` is nobody.
 */
export const demoChannels: readonly DemoChannel[] = Object.entries({
  ...communitiesChannels,
  ...placeChannels,
  ...customersChannels,
  ...partnersChannels,
}).flatMap(([unit, table]) =>
  rowsOf(['name', 'where', 'owner', 'deputy', 'objective', 'audience', 'state'], table).map(
    ({ owner, deputy, state, ...row }) => ({
      ...row,
      ...readState(state),
      unit,
      owner: someone(owner),
      deputy: someone(deputy),
    }),
  ),
);

function someone(cell: string) {
  return cell === '-' ? undefined : cell;
}

function readState(cell: string): DemoState {
  const words = cell.split(',').map((word) => word.trim());
  const after = (start: string) => words.find((word) => word.startsWith(`${start} `))?.slice(start.length + 1);
  const [why, goInstead] = after('closed')?.split(' > ') ?? [];
  const order = after('emergency');
  return {
    status: STATUSES.find((status) => words.includes(status)) ?? 'open',
    isOverdue: words.includes('overdue'),
    circle: words.includes('staff only') ? 'staff' : words.includes('partners only') ? 'partner' : 'public',
    languages: after('in')?.split(' ') ?? ['en'],
    emergencyOrder: order ? Number(order) : null,
    closed: why ? { why: why as ChannelClosing['why'], goInstead } : undefined,
  };
}
