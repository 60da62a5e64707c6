import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Asking } from '#server/outside/ask.ts';
import { afterFile } from './after-file.ts';

type Serve = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** Another site, on this machine, and the way to it: a real one is never on this machine. */
export async function openOtherSite() {
  const pages = new Map<string, string | Serve>();
  const taken: { path: string; fields: Record<string, string> }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const path = request.url ?? '';
    if (request.method === 'POST') taken.push({ path, fields: Object.fromEntries(new URLSearchParams(body)) });
    const page = pages.get(path.split('?')[0] ?? '');
    if (typeof page === 'function') return page(request, response, body);
    const type = { 'content-type': 'text/html; charset=utf-8' };
    response.writeHead(page === undefined ? 404 : 200, type).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterFile(async () => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const asking: Asking = {
    userAgent: 'Teacake Webmention (+https://teacake.example/webmention)',
    resolve: async () => ['127.0.0.1'],
    isAllowed: (address, to) => address === '127.0.0.1' && to === port,
    patienceMs: 2000,
  };
  const at = (path: string, host = 'blog.example') => `http://${host}:${port}${path}`;
  return { pages, taken, asking, at };
}
