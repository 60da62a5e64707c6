import { type NoteBox, openBox, type SavedNote } from './note-box.ts';

/** How long somebody pauses before their words are saved, and how often the words of others are asked for. */
const PAUSE_MS = 800;
const LISTEN_MS = 4000;

const SAYS: Record<number, string> = {
  400: 'Too long: a box holds 6,000 characters. Shorten it, then it is saved.',
  401: 'You are signed out. Your words are kept in this browser: sign in again in another tab, then save.',
  403: 'You can’t write here any more, perhaps since the notes are published. Your words are kept in this browser: send them to a host.',
  404: 'A topic is gone. Your words are kept in this browser.',
};
const NO_NETWORK = 'No connection. Your words are kept in this browser and saved when it is back.';

/** Saves the notes as they are typed, by the same form as without JavaScript, and brings in what others write. */
export function openDesk(form: HTMLFormElement) {
  const { notes: writerId = '', listen: listenAt = '' } = form.dataset;
  const state = form.querySelector('.notes-state');
  const boxes = [...form.querySelectorAll<HTMLTextAreaElement>('textarea[data-key]')].map((field) => {
    const box = openBox(field, writerId);
    field.addEventListener('input', () => {
      box.typed();
      say('');
      later();
    });
    return box;
  });
  let heard = '';
  let busy = false;
  let timer = 0;

  const say = (sentence: string) => {
    if (state && state.textContent !== sentence) state.textContent = sentence;
  };

  function later() {
    clearTimeout(timer);
    timer = window.setTimeout(work, PAUSE_MS);
  }

  async function work() {
    if (busy) return later();
    busy = true;
    try {
      await saveDirty();
      await listen();
      if (state?.textContent === NO_NETWORK) say('');
    } catch {
      say(NO_NETWORK);
    }
    busy = false;
  }

  /** A success answers with a redirect, which need not be followed. */
  async function saveDirty() {
    const dirty = boxes.filter((box) => box.isDirty());
    if (dirty.length === 0) return;
    const sent = dirty.map((box) => ({ box, ...box.fields() }));
    const answer = await fetch(form.action, { method: 'POST', body: bodyOf(form, sent), redirect: 'manual' });
    if (answer.type === 'opaqueredirect') {
      for (const { box, words } of sent) box.saved(words);
      say('Saved.');
    } else if (answer.status !== 409) say(SAYS[answer.status] ?? NO_NETWORK);
    else later(); // with what the other wrote beside it, it goes through
  }

  async function listen() {
    const answer = await fetch(`${listenAt}?heard=${heard}`, { redirect: 'manual' });
    if (answer.status !== 200) return;
    const news: { mark: string; notes: SavedNote[] } = await answer.json();
    heard = news.mark;
    for (const note of news.notes) boxes.find(({ key }) => key === note.key)?.hear(note);
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    work().then(() => boxes.some((box) => box.isDirty()) || say('Saved.'));
  });
  window.addEventListener('online', work);
  document.addEventListener('visibilitychange', () => document.hidden || work());
  window.setInterval(() => document.hidden || work(), LISTEN_MS);
  work();
}

function bodyOf(form: HTMLFormElement, sent: ReturnType<NoteBox['fields']>[]) {
  const body = new URLSearchParams({ meetupId: String(new FormData(form).get('meetupId')) });
  for (const { key, version, before, words } of sent)
    for (const [name, value] of Object.entries({ key, version, before, words })) body.append(name, value);
  return body;
}
