import type { Viewer } from './viewer.ts';

/** Somebody who can be named as owner, deputy or holder of a key: staff and partners who have signed in. */
export interface Member {
  id: string;
  name: string;
  email: string | null;
  unit: string | null;
  organisation: string | null;
}

export type MemberChoice =
  | { kind: 'one'; member: Member }
  /** Namesakes. */
  | { kind: 'several'; members: Member[] }
  /** Nobody is called that; these come near. */
  | { kind: 'nobody'; near: Member[] };

/** "Ann Lee, Libraries". */
export const sayMember = ({ name, unit, organisation }: Pick<Member, 'name' | 'unit' | 'organisation'>): string =>
  [name || 'Somebody without a name', unit ?? organisation].filter(Boolean).join(', ');

/** "Ann Lee, Libraries: ann.lee@council.example". */
const sayWithAddress = (member: Member) => `${sayMember(member)}: ${member.email}`;

/** What to do about a field that names nobody, or more than one; empty when it names one. Addresses are for staff only. */
export function sayChoice(typed: string, choice: MemberChoice, { circle }: Pick<Viewer, 'circle'>): string {
  if (choice.kind === 'one') return '';
  const found = choice.kind === 'several' ? choice.members : choice.near;
  const people = circle === 'staff' ? found.map(sayWithAddress).join('; ') : '';
  if (choice.kind === 'several')
    return `More than one is called “${typed}”. Write the mail address of the one you mean${people && `: ${people}`}`;
  if (people) return `Nobody is called exactly “${typed}”. Write the mail address of the one you mean: ${people}`;
  return `Nobody here is called “${typed}”. Write a whole name or a mail address; whoever is new signs in once first`;
}
