import { forgetLists } from './kept-taps.ts';

/** What a shelf is called: until when it may be kept, and the page on it. The worker reads it too. */
const shelfName = (until: number, path: string) => `door ${until} ${path}`;

let shelving: Promise<void> | undefined;

/** Puts the door page and what it is made of where the worker finds it without wifi. */
export function shelvePage(path: string, until: number, worker: string): Promise<void> {
  shelving = shelve(path, until, worker);
  return shelving;
}

async function shelve(path: string, until: number, worker: string) {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register(worker, { scope: path });
  const shelf = await caches.open(shelfName(until, path));
  await shelf.addAll([path, ...assetsOf(document)]);
}

/** Takes every door from this phone, with the names on it; taps that were not sent stay. */
export async function clearShelves() {
  await shelving?.catch(() => {}); // what is put there meanwhile would stay
  forgetLists();
  if (!('serviceWorker' in navigator)) return;
  for (const name of await caches.keys()) if (name.startsWith('door ')) await caches.delete(name);
  for (const worker of await navigator.serviceWorker.getRegistrations())
    if (worker.scope.endsWith('/door')) await worker.unregister();
}

function assetsOf(page: Document): string[] {
  const links = [...page.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet], link[rel=preload], link[rel=icon]')];
  const scripts = [...page.querySelectorAll<HTMLScriptElement>('script[src]')];
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const addresses = [...links.map(({ href }) => href), ...scripts.map(({ src }) => src), ...loaded];
  return [...new Set(addresses)].filter((address) => new URL(address).pathname.startsWith('/_astro/'));
}
