import type { Part } from './desk.ts';
import { sendForm } from './own-form.ts';

const PAUSE_MS = 1000;

/** Shows a lesson as it would look, and what could be plainer, by the server's own renderer, while the box is open. */
export function openPreview(form: HTMLFormElement, part: Part) {
  const [box, shown] = [part('preview') as HTMLDetailsElement | null, part('shown')];
  const { shows = '' } = form.dataset;
  let timer = 0;

  async function show() {
    const { page } = await sendForm(form, shows);
    const made = page.querySelector('.preview');
    if (made) shown?.replaceChildren(...partsOf(made));
    else if (shown) shown.textContent = problemsOf(page) || 'There is no preview just now.';
  }

  function typed() {
    clearTimeout(timer);
    if (box?.open) timer = window.setTimeout(() => show().catch(() => undefined), PAUSE_MS);
  }

  if (box) box.hidden = false;
  box?.addEventListener('toggle', typed);
  return { typed };
}

/** Without its first line and its ids, which the page may have already. */
function partsOf(made: Element) {
  made.querySelector('.hint')?.remove();
  for (const part of made.querySelectorAll('[id]')) part.removeAttribute('id');
  return made.children;
}

const problemsOf = (page: Document) =>
  [...page.querySelectorAll('.field .problem, .error-summary > p')]
    .map(({ textContent }) => textContent?.trim())
    .join(' ');
