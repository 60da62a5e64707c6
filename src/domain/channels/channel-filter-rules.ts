import { STRANGER, type Viewer } from '../people/viewer.ts';
import { withUnitsBelow } from '../units/unit-rules.ts';
import { type ChannelStatus, REVIEW_STATES, type ReviewState, STATUSES } from './channel-rules.ts';

/** What a list of channels is narrowed to; an empty text, undefined or false leaves that side open. */
export interface ChannelFilters {
  query: string;
  /** A unit and those under it. */
  unitIds: readonly string[] | undefined;
  platformKey: string;
  /** ISO 639 code. */
  language: string;
  status: ChannelStatus | '';
  review: ReviewState | '';
  hasNoOwner: boolean;
  hasNoDeputy: boolean;
  /** Nothing came of it for a year: staff may ask for that. */
  hasNoResult: boolean;
}

/** The same as it stands in an address: `?q=…&unit=libraries&platform=x&language=cy&status=open&review=overdue&lacks=owner`. */
export interface AskedFilters {
  q: string;
  unit: string;
  platform: string;
  language: string;
  status: string;
  review: string;
  lacks: readonly string[];
}

/** What a list can be narrowed to the lack of. */
const LACKS: readonly string[] = ['owner', 'deputy', 'result'];

type Unit = Parameters<typeof withUnitsBelow>[0][number] & { slug: string };

/** Reads the filters of a list from an address. A code that is not one is left out; a unit that is not there finds nothing. */
export function readFilters(
  address: URLSearchParams,
  units: readonly Unit[],
  { circle }: Pick<Viewer, 'circle'> = STRANGER,
) {
  const text = (name: string) => (address.get(name) ?? '').trim().slice(0, 200);
  const oneOf = <Code extends string>(name: string, codes: readonly Code[]): Code | '' =>
    codes.find((code) => code === address.get(name)) ?? '';
  const lacks = address
    .getAll('lacks')
    .filter((what) => LACKS.includes(what) && (what !== 'result' || circle === 'staff'));
  const unit = text('unit');
  const filters: ChannelFilters = {
    query: text('q'),
    unitIds: unit ? unitIdsOf(unit, units) : undefined,
    platformKey: text('platform'),
    language: /^[a-z]{2,3}$/.test(text('language')) ? text('language') : '',
    status: oneOf('status', STATUSES),
    review: oneOf('review', REVIEW_STATES),
    hasNoOwner: lacks.includes('owner'),
    hasNoDeputy: lacks.includes('deputy'),
    hasNoResult: lacks.includes('result'),
  };
  const { query: q, platformKey: platform, language, status, review } = filters;
  const asked: AskedFilters = { q, unit, platform, language, status, review, lacks };
  return { filters, asked, isNarrowed: Object.values(asked).some((value) => value.length > 0) };
}

/** The same filters as pairs for an address; what is not asked is left out. */
export const filterPairs = ({ lacks, ...one }: AskedFilters): [string, string][] => [
  ...Object.entries(one).filter(([, value]) => value !== ''),
  ...lacks.map((what): [string, string] => ['lacks', what]),
];

function unitIdsOf(slug: string, units: readonly Unit[]): string[] {
  const unit = units.find((one) => one.slug === slug);
  return unit ? withUnitsBelow(units, unit.id) : [];
}
