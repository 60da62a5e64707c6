import type { Shelf } from './kept-words.ts';
import { moveTo, sendForm, wholeOf } from './own-form.ts';

const PAUSE_MS = 3000;
const SAVED = 'Draft saved.';
const HERE = 'Your words are kept in this browser.';
const SAYS: Record<number, string> = {
  400: `${HERE} Give it a title, and mend what is marked when you save: then it saves itself.`,
  401: `${HERE} You are signed out: sign in in another tab, then save.`,
  409: `${HERE} Somebody else saved this lesson meanwhile. Save it, and you see both texts side by side.`,
};

/**
 * Saves a draft while somebody types, by the same form as without JavaScript. A published lesson is read by others:
 * nothing of it is saved before its author says so.
 *
 * @param isOffered whether words of an earlier visit still wait for an answer, and keep their place in the browser.
 */
export function openDraft(
  form: HTMLFormElement,
  shelf: Shelf,
  say: (sentence: string) => void,
  isOffered: () => boolean,
) {
  const { saves } = form.dataset;
  let saved = wholeOf(form);
  let isSaved = false;
  let isStopped = false;
  let timer = 0;

  async function save(address: string) {
    const sent = wholeOf(form);
    if (isStopped || sent === saved) return;
    const { answer, page } = await sendForm(form, address, { byItself: 'true' });
    if (isStopped) return;
    if (!answer.ok || !answer.redirected) {
      isStopped = answer.status === 409;
      return say(SAYS[answer.status] ?? `${HERE} It could not be saved just now.`);
    }
    if (!isOffered()) shelf.forget();
    moveTo(form, answer, page);
    saved = sent;
    isSaved = true;
    say(SAVED);
    typed();
  }

  function typed() {
    if (wholeOf(form) === saved) return;
    if (isSaved) say('');
    isSaved = false;
    if (!isOffered()) shelf.keep();
    clearTimeout(timer);
    if (!saves) return say(`${HERE} Others read it once you save.`);
    timer = window.setTimeout(() => save(saves).catch(() => say(`${HERE} No connection.`)), PAUSE_MS);
  }

  return {
    typed,
    /** The form is sent: what comes back says how it went. */
    sent() {
      isStopped = true;
      clearTimeout(timer);
      shelf.sent();
    },
  };
}
