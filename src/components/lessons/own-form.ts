import { fieldOf } from './kept-words.ts';

/** Where the lesson stood when it was opened, and what the form for pictures sends with its own button. */
const ASIDE = /^(basedOn|circleBefore|authorsBefore|hasPeople|picture.*)$/;

const typedIn = (form: HTMLFormElement) =>
  [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string');

/** Everything that is typed or chosen in the form of a lesson, to be compared. */
export const wholeOf = (form: HTMLFormElement) => JSON.stringify(typedIn(form).filter(([name]) => !ASIDE.test(name)));

/** Sends a form as a button of it would, without leaving the page; gives the page that came back. */
export async function sendForm(form: HTMLFormElement, address: string, more: Record<string, string> = {}) {
  const body = new URLSearchParams([...typedIn(form), ...Object.entries(more)]);
  const answer = await fetch(address, { method: 'POST', body });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return { answer, page };
}

/** Takes over where the saved lesson stands now, so that the next save is one of that. */
export function moveTo(form: HTMLFormElement, answer: Response, page: Document) {
  const saved = page.querySelector<HTMLFormElement>('form[data-writer]');
  if (!saved) return;
  for (const name of ['basedOn', 'circleBefore']) fieldOf(form, name).value = fieldOf(saved, name).value;
  form.dataset['state'] = 'draft';
  history.replaceState(null, '', new URL(answer.url).pathname);
}
