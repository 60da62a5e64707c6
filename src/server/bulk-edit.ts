import type { Reader } from '#db/database.ts';
import { type BulkWish, isDay, readSelection } from '#domain/channels/bulk-rules.ts';
import type { listUnits } from '#domain/people/people-queries.ts';
import type { Viewer } from '#domain/people/viewer.ts';
import { readMembers } from './members.ts';
import type { Problems } from './wrong-fields.ts';

type Units = Awaited<ReturnType<typeof listUnits>>;

/** A bulk edit as it stands in an address: which channels, what is to become of them, and what is wrong with that. */
export async function readBulk(read: Reader, viewer: Viewer, address: URLSearchParams, units: Units) {
  const typed = (name: string) => (address.get(name) ?? '').trim().slice(0, 254);
  const people = await readMembers({ read }, viewer, { ownerId: typed('ownerId'), deputyId: typed('deputyId') });
  const { ownerId, deputyId } = people.ids;
  const [unitId, reviewDueOn] = [typed('unitId'), typed('reviewDueOn')];
  const wish: BulkWish = {
    ...(ownerId && { ownerId }),
    ...(deputyId && { deputyId }),
    ...(unitId && { unitId }),
    ...(reviewDueOn && { reviewDueOn }),
  };
  const problems: Problems = {
    ...people.problems,
    ...(ownerId && ownerId === deputyId && { deputyId: 'Choose somebody else: the deputy stands in for the owner' }),
    ...(unitId && !units.some(({ id }) => id === unitId) && { unitId: 'Choose a unit from the list' }),
    ...(reviewDueOn && !isDay(reviewDueOn) && { reviewDueOn: 'Enter a day' }),
  };
  return { selection: readSelection(address, units), wish, problems };
}
