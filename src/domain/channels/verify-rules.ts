import type { Account } from './account-rules.ts';
import { cleanLink } from './link-cleaning-rules.ts';
import { type Recognised, type Recognition, recogniseHandle, recogniseLink } from './link-rules.ts';
import type { Platform } from './platform-rules.ts';
import { websiteKeysAbove } from './website-rules.ts';

/** What somebody wants verified, and what to look up for it. */
export interface Asked {
  recognition: Recognition;
  /** Link keys that are this very place. */
  exact: readonly string[];
  /** Link keys of places it may belong to: they earn a hint, never a yes. */
  near: readonly NearKey[];
  /** A name without a platform, as typed and in small letters. */
  names: readonly string[];
  /** The host of an address that stands inside this one: search engines, mail filters and platforms pass people on so. */
  leadsTo: string | undefined;
}

export interface NearKey {
  linkKey: string;
  /** The account a single post names; a website or folder above a page; the same name in another form of address. */
  why: 'claimed' | 'above' | 'other-form';
}

/** What to look up for a pasted link, address, number or handle. */
export function askAbout(platforms: readonly Platform[], text: string): Asked {
  const recognition = recogniseLink(platforms, text);
  const asked = { recognition, exact: [], near: [], names: [], leadsTo: hostInside(text) };
  if (recognition.kind === 'unreadable') return asked;
  if (recognition.kind === 'recognised') return { ...asked, ...keysOf(platforms, recognition, text) };
  if (recognition.kind === 'bare-handle') return { ...asked, ...keysOfName(platforms, recognition.handle) };
  const { claims } = recognition;
  return { ...asked, near: claims ? [near('claimed')(claims.linkKey), ...otherForms(platforms, claims)] : [] };
}

function hostInside(text: string): string | undefined {
  const link = cleanLink(text);
  if (link.kind !== 'web') return undefined;
  const [, behind = ''] = /\/(https?:\/.*)$/i.exec(link.path) ?? [];
  const inside = [...link.url.searchParams.values(), behind].find((value) => /^https?:\/./i.test(value));
  const address = inside === undefined ? undefined : cleanLink(inside);
  return address?.kind === 'web' ? address.host : undefined;
}

function keysOf(platforms: readonly Platform[], found: Recognised, text: string): Pick<Asked, 'exact' | 'near'> {
  if (found.form === 'number') return keysOfNumber(found);
  if (found.platformKey === 'website' || found.isGuess)
    return { exact: [found.linkKey], near: keysAround(found, text) };
  return { exact: [found.linkKey], near: otherForms(platforms, found) };
}

/** One number is one number, whether it is rung or written to; on WhatsApp it may have been taken by somebody else. */
function keysOfNumber({ linkKey, handle }: Account): Pick<Asked, 'exact' | 'near'> {
  const digits = handle.replace(/^\+/, '');
  const onPhone = ['phone', 'sms', 'textphone'].map((kind) => `${kind}:${handle}`);
  if (onPhone.includes(linkKey)) return { exact: onPhone, near: [near('other-form')(`whatsapp:${digits}`)] };
  return { exact: [linkKey], near: ['phone', 'sms'].map((kind) => `${kind}:+${digits}`).map(near('other-form')) };
}

function keysOfName(platforms: readonly Platform[], handle: string): Pick<Asked, 'near' | 'names'> {
  const keys = platforms.flatMap(({ key }) => recogniseHandle(platforms, key, handle)).map(({ linkKey }) => linkKey);
  return { near: [...new Set(keys)].map(near('other-form')), names: [...new Set([handle, handle.toLowerCase()])] };
}

function keysAround({ linkKey }: Account, text: string): NearKey[] {
  const address = cleanLink(text);
  const above = address.kind === 'web' ? websiteKeysAbove(address) : [];
  const inSmallLetters = [linkKey, ...above].map((key) => key.toLowerCase()).filter((key) => key !== linkKey);
  return [...above.map(near('above')), ...inSmallLetters.map(near('other-form'))];
}

/** The same name in the platform's other forms of address, which may lead to somebody else. */
function otherForms(platforms: readonly Platform[], { platformKey, handle, linkKey }: Account): NearKey[] {
  return recogniseHandle(platforms, platformKey, handle)
    .map((form) => form.linkKey)
    .filter((key) => key !== linkKey)
    .map(near('other-form'));
}

const near =
  (why: NearKey['why']) =>
  (linkKey: string): NearKey => ({ linkKey, why });
