import type { Circle, Viewer } from './viewer.ts';

/** What somebody may be trusted with besides being on the staff. */
export const ROLES = ['keeper', 'moderator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_WORDS: Record<Role, string> = {
  keeper: 'Keeper of the register',
  moderator: 'Moderator',
  admin: 'Admin',
};

/** The site's own lists of mail domains, from the settings: lower case, without `@`. */
export interface Domains {
  staffDomains: readonly string[];
  partnerDomains: readonly string[];
}

/** What an address may belong to. */
export interface AddressBook extends Domains {
  /** The organisation that has this domain, or that invited this very address. */
  organisationId: string | undefined;
}

/** The circle that follows from a mail address: exact domains only, never sub-domains by accident. */
export function circleOf(email: string, book: AddressBook): Circle {
  const domain = domainOf(email);
  if (book.staffDomains.includes(domain)) return 'staff';
  if (book.organisationId || book.partnerDomains.includes(domain)) return 'partner';
  return 'public';
}

export const domainOf = (email: string) => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

/** One spelling for one address. */
export const normaliseEmail = (email: string) => email.trim().toLowerCase();

/** A local path to go to after signing in, or the front page when the text is anything else. */
export function localPath(text: string): string {
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes('\\')) return '/';
  return text.startsWith('/sign-in') ? '/' : text;
}

/** Where to sign in and come back to a local path. */
export const wayInTo = (path: string): string => `/sign-in?next=${encodeURIComponent(path)}`;

/** A local path, by way of signing in for those who cannot see what is there as long as they have not. */
export const wayTo = (path: string, circle: Circle, { person }: Pick<Viewer, 'person'>): string =>
  circle === 'public' || person ? path : wayInTo(path);

/** Names are private until their owner agrees; colleagues and the person itself see them all the same. */
export const isNamedTo = (
  viewer: Pick<Viewer, 'circle' | 'person'>,
  person: { id: string; circle: Circle; showsName: boolean },
): boolean =>
  person.showsName ||
  viewer.person?.id === person.id ||
  viewer.circle === 'staff' ||
  (viewer.circle === 'partner' && person.circle !== 'public');
