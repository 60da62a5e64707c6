import type { DoorParty } from '#domain/door/door-facts.ts';
import { countDoor } from '#domain/door/door-rules.ts';
import { sayCount } from '#domain/door/door-words.ts';
import { readTap, readyForNext } from './door-forms.ts';
import type { Answer } from './door-line.ts';
import { talkAboutDoor } from './door-talk.ts';
import workerAddress from './door-worker.ts?worker&url';
import { keepList } from './kept-taps.ts';
import { showNamedLike, showParties } from './party-rows.ts';
import { clearShelves, shelvePage } from './phone-shelf.ts';
import { showSync } from './sync-words.ts';

const LOOK_EVERY_MS = 5000;

/** Makes the door page go on through bad wifi. Without this script the same forms are sent one by one. */
export function openDoor(door: HTMLElement) {
  const { meetup: meetupId = '', path = '', replay = '', opens, closes } = door.dataset;
  const closesAt = Number(closes);
  const isOpen = () => Date.now() > Number(opens) && Date.now() < closesAt;
  const search = door.querySelector<HTMLInputElement>('input[type=search]');
  let line: Answer['kind'] = 'nothing-new';
  let isShelved = false;
  let isClosed = false;
  const talk = talkAboutDoor({ meetupId, path, replay }, hear);

  function hear(answer?: Answer) {
    line = answer?.kind ?? line;
    show();
    if (line === 'signed-out') void clearShelves();
    if (answer?.kind === 'list' && !isClosed && Date.now() < closesAt) keep(answer.parties);
  }

  /** So that the page can be opened without wifi, until the door closes. */
  function keep(parties: DoorParty[]) {
    keepList(meetupId, closesAt, parties);
    if (isShelved) return;
    isShelved = true;
    shelvePage(path, closesAt, workerAddress).catch(() => {
      isShelved = false; // the wifi went meanwhile: the next list tries again
    });
  }

  function show() {
    const list = talk.list();
    showParties(door, list);
    const count = door.querySelector('output');
    if (count && list.length > 0) count.textContent = sayCount(countDoor(list));
    const sync = door.querySelector<HTMLElement>('.door-sync');
    if (sync) showSync(sync, line, talk.waiting(), path);
  }

  function submit(event: SubmitEvent) {
    const form = event.target as HTMLFormElement;
    const isSearch = form.matches('.door-search');
    if (!isSearch && !isOpen()) return; // the site says why not
    event.preventDefault();
    if (isSearch) return;
    talk.take(readTap(form, event.submitter));
    if (search) search.value = '';
    showNamedLike(door, '');
    readyForNext(form);
  }

  async function close() {
    await talk.talk();
    if (talk.waiting() > 0) return;
    isClosed = true;
    await clearShelves();
    location.assign(path.replace(/\/door$/, ''));
  }

  function watch() {
    door.addEventListener('submit', submit);
    search?.addEventListener('input', () => showNamedLike(door, search.value));
    for (const find of door.querySelectorAll<HTMLElement>('.door-search button')) find.hidden = true;
    const closing = document.querySelector<HTMLElement>('#close-door');
    if (closing) closing.hidden = false;
    closing?.addEventListener('click', () => void close());
    addEventListener('online', () => void talk.talk());
    document.addEventListener('visibilitychange', () => void talk.talk());
    setInterval(() => document.hidden || talk.talk(), LOOK_EVERY_MS);
  }

  watch();
  show();
  void talk.talk();
}
