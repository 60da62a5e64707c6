import { optionalLine } from './fields.ts';

export { readMembers } from '#server/members.ts';

/** A member by mail address or whole name, or nobody. */
export const memberLine = optionalLine(254);
