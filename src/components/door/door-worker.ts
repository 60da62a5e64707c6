/** What this file needs of a service worker; the types of pages and of workers cannot stand side by side. */
interface Worker {
  addEventListener(
    type: 'install' | 'activate',
    listener: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(
    type: 'fetch',
    listener: (event: { request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  registration: { scope: string };
}

const PATIENCE_MS = 4000;
const worker = self as unknown as Worker;
const door = new URL(worker.registration.scope).pathname;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

/** Answers for the door page and what it is made of, and for nothing else. */
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate' && pathname === door) event.respondWith(freshPage(request));
  else if (pathname.startsWith('/_astro/')) event.respondWith(shelved(request));
});

/** From the site while it answers soon enough, else as it was when it was opened last. */
async function freshPage(request: Request): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (error) {
    const kept = await find(door);
    if (kept) return kept;
    throw error;
  }
}

const shelved = async (request: Request) => (await find(request.url)) ?? fetch(request);

/** Looks on the shelf of this door; shelves whose time is over are cleared first. */
async function find(address: string): Promise<Response | undefined> {
  for (const name of await caches.keys()) {
    const [kind, until, path] = name.split(' ');
    if (kind !== 'door') continue;
    if (Number(until) < Date.now()) await caches.delete(name);
    else if (path === door) return (await caches.open(name)).match(address);
  }
  return undefined;
}
