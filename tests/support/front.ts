import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Render } from '#server/http/rendering.ts';
import { type FrontOptions, type FrontServer, openFrontServer } from '#server/http.ts';

export interface Seen {
  request: IncomingMessage;
  /** The fields of the form that was sent, as an address writes them. */
  fields: string;
  locals: Parameters<Render>[2];
}
type Page = (seen: Seen, response: ServerResponse) => void | Promise<void>;

/** A front server with one hand-made page behind it; it closes when the test ends. */
export async function openFront(page: Page, options: Partial<FrontOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'teacake-front-'));
  const lines: Record<string, unknown>[] = [];
  const seen: Seen[] = [];
  mkdirSync(join(folder, 'client/_astro'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'not yours');
  writeFileSync(join(folder, 'client/_astro/site.abc.css'), 'body { color: black }\n'.repeat(100));
  writeFileSync(join(folder, 'client/_astro/site.abc.css.br'), 'brotli twin');
  writeFileSync(join(folder, 'client/icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const front = await openFrontServer({
    host: '127.0.0.1',
    port: 0,
    siteUrl: undefined,
    clientFolder: join(folder, 'client'),
    render: async (request, response, locals) => {
      const fields = [...(locals.form ?? [])].map(([name, value]) => `${name}=${value}`).join('&');
      const visit = { request, fields, locals };
      seen.push(visit);
      await page(visit, response);
    },
    watch: () => ({ run: (work) => work(), isCurrent: () => true }),
    now: () => new Date(),
    log: (line) => lines.push(line),
    ...options,
  });
  onTestFinished(async () => {
    await front.close();
    rmSync(folder, { recursive: true });
  });
  return { ...front, lines, seen, send: (text: string | string[], hold?: number) => send(front, text, hold) };
}

/** A page that says what it was asked. */
export const plainPage: Page = ({ request, fields }, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`<h1>${request.method} ${request.url}</h1>${fields}`);
};

/** Sends bytes as they are on a bare socket and waits until the server closes it. */
function send({ url }: FrontServer, text: string | string[], holdMs = 0): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(port), hostname, async () => {
      for (const part of [text].flat()) {
        socket.write(part.replaceAll('HOST', `${hostname}:${port}`));
        await new Promise((resume) => setTimeout(resume, holdMs));
      }
    });
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}

/** An ordinary form, as a browser sends it from one of our pages. */
export const form = (url: string, headers: Record<string, string> = {}) => ({
  method: 'POST',
  body: 'a=1',
  headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded', ...headers },
});

/** The heading of a page that was fetched. */
export const heading = async (answer: Response) => /<h1>(.*)<\/h1>/.exec(await answer.text())?.[1];
