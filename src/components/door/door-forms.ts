import { CIRCLE_WORDS } from '#domain/meetups/meetup-people-rules.ts';
import type { Circle } from '#domain/people/viewer.ts';
import { newKey } from './door-talk.ts';
import type { KeptTap } from './kept-taps.ts';

/** What pressing a button of a form says, as the site would read it. */
export function readTap(form: HTMLFormElement, button: HTMLElement | null): Omit<KeptTap, 'id' | 'tappedAt'> {
  const fields = new FormData(form, button);
  const text = (name: string) => String(fields.get(name) ?? '');
  if (!form.closest('.door-walk-in'))
    return { partyId: text('partyId'), partySize: Number(text('partySize')), afterId: text('afterId') || null };
  const circle = text('circle') as Circle;
  const walkIn = { name: text('name').trim() || CIRCLE_WORDS[circle], circle, isFirstTime: fields.has('isFirstTime') };
  return { partyId: newKey(), partySize: 1, afterId: null, walkIn };
}

/** Makes the page ready for the next one: the form for walk-ins empty and shut, the focus on what can be pressed. */
export function readyForNext(form: HTMLFormElement) {
  const row = form.closest<HTMLElement>('.party');
  if (row) return keepFocus(row);
  form.reset();
  const box = form.closest('details');
  box?.removeAttribute('open');
  box?.querySelector('summary')?.focus();
}

/** Who has the focus keeps it when a tap has hidden the button under it. */
function keepFocus(row: HTMLElement) {
  if (document.activeElement instanceof HTMLElement && document.activeElement.offsetParent) return;
  [...row.querySelectorAll('button')].find((button) => button.offsetParent)?.focus();
}
