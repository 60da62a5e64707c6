/** What somebody pasted, mended and taken apart, before any platform is asked. */
export type CleanedLink =
  | WebAddress
  | { kind: 'mail'; address: string }
  | { kind: 'number'; number: string; scheme: 'tel' | 'sms' | '' }
  | { kind: 'bare-handle'; handle: string }
  | Unreadable;

export interface WebAddress {
  kind: 'web';
  /** Lower case, ASCII (IDN as `xn--`), with its port when that is not the usual one, and with `www.` if it was there. */
  host: string;
  /** Decoded, NFC, no empty steps, no slash at the end: `''` or `/a/b`. */
  path: string;
  url: URL;
}

export interface Unreadable {
  kind: 'unreadable';
  /** What is wrong and what to do next. */
  sentence: string;
}

const longest = 2000;
/** Control, format, private and unassigned characters, lone surrogates, and letters that show as nothing. */
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u;
const mailAddress =
  /^(?:mailto:)?([a-z0-9._+'-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9])(?:\?.*)?$/i;
const letterParts = /^(?:mailto:[^?]*|[^/?#]+@[^/?#]+)\?(.*)$/i;
/** No line break in a subject: a mail program may take the next line for `Cc:`. */
const subjectOrWords = /^(?:subject=.*|body=[\s\S]*)?$/i;
const phoneNumber = /^(?:(tel|sms):)?(\+?[\d\s().-]+)(?:[;?].*)?$/i;
const fediverseHandle = /^@([a-z0-9_.-]+)@((?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+)$/i;
const bareHandle = /^(?:@[\p{L}\p{M}\p{N}_.·-]{1,100}|[\p{L}\p{M}\p{N}_-]{1,100})$/u;
/** A slash, backslash, full stop, question mark, hash or control character that hides behind a percent sign. */
const hiddenByPercent = /%(?:[01][0-9a-f]|7f|2f|5c|2e|3f|23)/i;

/**
 * Mends what people really paste (words before the link, `https:host`, `https://https:host`, no scheme, spaces around)
 * and refuses what could pass for another place: hidden or disguised characters, a name before `@`, backslashes, dots that
 * climb, schemes that are not addresses. Follows the WHATWG URL standard, and is stricter wherever that is lenient.
 */
export function cleanLink(text: string): CleanedLink {
  const pasted = text.trim();
  if (pasted === '') return unreadable('Paste a link, a mail address, a phone number or a handle.');
  if (pasted.length > longest) return unreadable('This is too long for a link. Paste only the address.');
  if (hidden.test(pasted)) return unreadable('This has hidden characters in it. Type the address as you see it.');
  const link = dropWordsBefore(pasted.replace(/^<(.*)>$/, '$1'));
  return readNumber(link) ?? readWords(link);
}

function readWords(link: string): CleanedLink {
  if (/\s/.test(link)) return unreadable('There is a space in it. Paste only the address, without words around it.');
  if (isDisguised(link)) {
    return unreadable(
      'Some letters only look like ordinary letters. Do not trust this link; type the address yourself.',
    );
  }
  if (mayHaveOtherReaders(link))
    return unreadable('This link may write to somebody else besides. Write to the address that you know instead.');
  if (/^[^/?#]+@[^/?#]+$/.test(link) && /[^!-~]/.test(link))
    return unreadable('Some letters of this mail address may only look like ordinary ones. Do not trust it.');
  const mail = mailAddress.exec(link);
  if (mail?.[1]) return { kind: 'mail', address: mail[1].toLowerCase() };
  const account = fediverseHandle.exec(link);
  if (account) return readWeb(`https://${account[2]}/@${account[1]}`);
  if (bareHandle.test(link)) return { kind: 'bare-handle', handle: link.replace(/^@/, '') };
  return readWeb(mendScheme(link));
}

/** Whether a letter's link says more than its subject and its words: names hide behind percent signs and `&amp;`. */
function mayHaveOtherReaders(link: string): boolean {
  const [, parts = ''] = letterParts.exec(link) ?? [];
  return !parts.split(/[&;]/).every((part) => subjectOrWords.test(decoded(part) ?? '%'));
}

function readNumber(link: string): CleanedLink | undefined {
  const [, scheme = '', number] = phoneNumber.exec(link) ?? [];
  if (number === undefined || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(number)) return undefined;
  return { kind: 'number', number, scheme: scheme.toLowerCase() as 'tel' | 'sms' | '' };
}

function readWeb(address: string): CleanedLink {
  const [, authority = '', rawPath = ''] = /^https?:\/\/([^/?#]*)([^?#]*)/i.exec(address) ?? [];
  const problem = trapIn(address, authority, rawPath);
  if (problem) return unreadable(problem);
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const path = decoded(url?.pathname ?? '%');
  if (!url || path === undefined || !isSameHost(authority, url) || isDisguised(path) || hidden.test(path)) {
    return unreadable('We cannot read this address. Copy it again from the address bar of your browser.');
  }
  return { kind: 'web', host: url.host, path: path.replace(/\/{2,}/g, '/').replace(/\/$/, ''), url };
}

function trapIn(address: string, authority: string, path: string): string | undefined {
  if (!/^https?:\/\//i.test(address))
    return 'We can check web addresses, mail addresses, phone numbers and handles, not this.';
  if (address.includes('\\')) return 'There is a backslash in it, which no real address has. Do not follow this link.';
  if (authority.includes('@'))
    return 'There is a name before the @: a trick that hides the real address. Do not follow this link.';
  if (/^\.|\.\.|\.(?::\d*)?$|%/.test(authority))
    return 'The first part of this address is not written as it should be. Do not trust it.';
  if (!authority.includes('.'))
    return 'This is not a whole address. It needs a name with a full stop, such as www.council.example.';
  if (hiddenByPercent.test(path) || /(?:^|\/)\.{1,2}(?:\/|$)/.test(path)) {
    return 'This address has hidden steps in it. Copy it again from the address bar of your browser.';
  }
  return undefined;
}

/** Whether the parser kept the host as it was written: as many labels, letters only where letters were, and a name at the end. */
function isSameHost(authority: string, url: URL): boolean {
  const written = authority.replace(/:\d+$/, '').split('.');
  const read = url.hostname.split('.');
  const isKept = (label: string, at: number) =>
    /^[ -~]+$/.test(label) ? label.toLowerCase() === read[at] : read[at]?.startsWith('xn--');
  return written.length === read.length && written.every(isKept) && /^[a-z]/.test(read.at(-1) ?? '');
}

/** Whether a character that is not ASCII would become ASCII when folded: full-width letters, the Kelvin sign, `№`. */
function isDisguised(text: string): boolean {
  return [...text].some((letter) => letter > '\x7f' && /[!-~]/.test(letter.normalize('NFKC').toLowerCase()));
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return undefined;
  }
}

/** Drops `Edit ` from `Edit http://…`, but nothing that could itself be part of a link. */
function dropWordsBefore(text: string): string {
  return text.replace(/^(?:[\p{L}\p{N}'’,-]+\s+)+(?=https?:)/iu, '');
}

/** `https:host`, `https:/host`, `https://https:host` and `host` all become `https://host`; other schemes stay as they are. */
function mendScheme(link: string): string {
  const mended = link.replace(/^(?:(https?):\/*)+/i, '$1://');
  return /^[a-z][a-z0-9+.-]*:(?!\d+(?:[/?#]|$))/i.test(mended) ? mended : `https://${mended}`;
}

const unreadable = (sentence: string): Unreadable => ({ kind: 'unreadable', sentence });
