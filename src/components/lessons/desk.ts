import { openDraft } from './draft.ts';
import { openShelf, type Shelf } from './kept-words.ts';
import { openPreview } from './live-preview.ts';
import { takePictures } from './picture-drop.ts';
import { addToolbar } from './toolbar.ts';

/** Part of the desk around the form, by its name. */
export type Part = (name: string) => HTMLElement | null;

/** What a form of a lesson can do more where JavaScript runs. */
export function openDesk(form: HTMLFormElement) {
  const part: Part = (name) => form.querySelector<HTMLElement>(`[data-desk=${name}]`);
  const state = part('state');
  const say = (sentence: string) => {
    if (state && state.textContent !== sentence) state.textContent = sentence;
  };
  const shelf = openShelf(form, form.dataset['writer'] ?? '');
  const draft = openDraft(form, shelf, say, () => part('lost')?.hidden === false);
  const preview = openPreview(form, part);
  const typed = () => {
    draft.typed();
    preview.typed();
  };
  for (const field of form.querySelectorAll<HTMLTextAreaElement>(
    'textarea:is([name=wanted], [name=happened], [name=why], [name=nextTime])',
  )) {
    addToolbar(field, field.labels[0]?.textContent ?? '');
    takePictures(form, field, say);
  }
  offerKept(part('lost'), shelf, typed);
  form.addEventListener('input', typed);
  form.addEventListener('submit', () => draft.sent());
}

/** Words of an earlier visit are offered, and never put into the form unasked. */
function offerKept(offer: HTMLElement | null, shelf: Shelf, typed: () => void) {
  const kept = shelf.find();
  if (!kept || !offer) return;
  offer.hidden = false;
  offer.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    if (target.value === 'back') shelf.putBack(kept);
    else shelf.forget();
    offer.hidden = true;
    typed();
  });
}
