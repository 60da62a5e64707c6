import type { Account } from './account-rules.ts';
import type { Unreadable } from './link-cleaning-rules.ts';

/** A mail address, lower case. */
export function mailAccount(address: string): Account {
  return {
    platformKey: 'e_mail',
    form: 'address',
    handle: address,
    url: `mailto:${address}`,
    linkKey: `e_mail:${address}`,
  };
}

/** A phone number, textphone number (18001 first) or number for texts, in E.164 or as a short code. */
export function numberAccount(written: string, scheme: 'tel' | 'sms' | ''): Account | Unreadable {
  const digits = written.replace(/^(\+\d+|00\d+)\s*\(0\)/, '$1').replace(/[^\d+]/g, '');
  const isTextphone = /^18001\d{7,}/.test(digits);
  const number = internationalNumber(isTextphone ? digits.slice(5) : digits);
  if (!number) return { kind: 'unreadable', sentence: 'This is not a whole phone number. Give it with its area code.' };
  const isText = scheme === 'sms' || (scheme === '' && /^(?!116)\d{5,6}$/.test(number));
  const platformKey = isTextphone ? 'textphone' : isText ? 'sms' : 'phone';
  return {
    platformKey,
    form: 'number',
    handle: number,
    url: isTextphone ? `tel:18001${asDialled(number)}` : `${isText ? 'sms' : 'tel'}:${number}`,
    linkKey: `${platformKey}:${number}`,
  };
}

/** E.164 (ITU-T), where a number without a country is one in the United Kingdom; three to six digits are a short code. */
function internationalNumber(digits: string): string | undefined {
  if (/^[1-9]\d{2,5}$/.test(digits)) return digits;
  const number = digits
    .replace(/^00/, '+')
    .replace(/^0/, '+44')
    .replace(/^\+440/, '+44');
  if (/^\+44\d*$/.test(number)) return /^\+44(?:[1-9]\d{8,9}|8(?:00|45)\d{4})$/.test(number) ? number : undefined;
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : undefined;
}

/** From within the United Kingdom, which is where the relay service answers. */
const asDialled = (number: string) => number.replace(/^\+44/, '0').replace(/^\+/, '00');
