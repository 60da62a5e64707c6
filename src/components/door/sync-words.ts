import { counted } from '#domain/text/sentence-rules.ts';
import type { Answer } from './door-line.ts';

/** Says how things stand between this phone and the site: nothing when all is well. */
export function showSync(place: HTMLElement, line: Answer['kind'], waiting: number, path: string) {
  const words = say(line, waiting);
  if (place.dataset['words'] === words) return;
  place.dataset['words'] = words;
  place.textContent = words;
  if (line === 'signed-out') place.append(' ', linkTo(`/sign-in?next=${path}`, 'Sign in'));
  if (line === 'refused') place.append(' ', linkTo(path, 'See why'));
}

function say(line: Answer['kind'], waiting: number): string {
  const taps = counted(waiting, 'tap');
  const wait = waiting === 1 ? 'waits' : 'wait';
  switch (line) {
    case 'no-line':
      return waiting > 0 ? `${taps} ${wait} for the wifi.` : 'No wifi just now. Go on: your taps are kept here.';
    case 'signed-out':
      return waiting > 0 ? `You are signed out, and ${taps} ${wait} here.` : 'You are signed out.';
    case 'refused':
      return waiting > 0 ? `The site did not take ${taps}. They are kept here.` : 'The site does not answer you here.';
    default:
      return waiting > 0 ? `Sending ${taps}.` : '';
  }
}

function linkTo(address: string, words: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = address;
  link.textContent = words;
  return link;
}
