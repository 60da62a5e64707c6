import { createServer, type IncomingMessage, type Server, type ServerOptions, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { Watch } from '#db/database.ts';
import type { Log } from './http/access-log.ts';
import { openDoor } from './http/admission.ts';
import { type Headers, pathOf } from './http/answer.ts';
import { watchArrival } from './http/arrival.ts';
import { clientAddresses, THIS_MACHINE } from './http/client-address.ts';
import type { ForeignForm } from './http/foreign-form.ts';
import { openPageCache } from './http/page-cache.ts';
import { openReception } from './http/reception.ts';
import { type RefusalStatus, refuse, refuseSocket } from './http/refusals.ts';
import type { Render } from './http/rendering.ts';
import { type BodyLimit, mayBeLarge } from './http/request-body.ts';
import { securityHeaders } from './http/security-headers.ts';
import { loadFiles } from './http/static-files.ts';

export interface FrontServer {
  /** Where it listens, without a slash at the end. */
  url: string;
  /** Takes no more requests, finishes those in hand for at most 10 s, then resolves. */
  close(): Promise<void>;
}

export interface FrontOptions {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** The address people use, when a proxy stands before us. Undefined in the demo: then only loopback names are served. */
  siteUrl: URL | undefined;
  /** Built files that are served as they are. */
  clientFolder: string;
  render: Render;
  /** Watches what a page reads, so that it is kept until that is written. */
  watch: () => Watch;
  now: () => Date;
  log: Log;
  /** Where proxies stand on other machines: addresses and networks. */
  proxies?: readonly string[];
  /** Forms that programs may send from anywhere, without a session. */
  foreignForms?: ForeignForm[];
  /** Paths whose forms may be larger than 1 MB. */
  bodyLimits?: BodyLimit[];
}

/** Nothing half-sent that keeps no fair pace is held for longer than 29 s, nothing half-read for longer than 30 s. */
const LIMITS: ServerOptions = {
  headersTimeout: 8000,
  requestTimeout: 180_000, // of bodies only those of large forms go on for so long
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: 5000,
  maxHeaderSize: 16_384,
  requireHostHeader: false, // the reception says it in a sentence
};
const IDLE_MS = 30_000;
const DRAIN_MS = 10_000;
const MOST_KEPT_BYTES = 32_000_000;

/** The site's front: everything a request meets before a page is asked for, and everything an answer gets on its way out. */
export async function openFrontServer(options: FrontOptions): Promise<FrontServer> {
  const { host, siteUrl, now, watch } = options;
  const common = securityHeaders(siteUrl);
  const files = await loadFiles(options.clientFolder, common);
  const server = createServer(LIMITS);
  const bodyLimits = options.bodyLimits ?? [];
  server.timeout = IDLE_MS;
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  const { receive, finished } = openReception({
    ...options,
    bodyLimits,
    foreignForms: options.foreignForms ?? [],
    door: openDoor(siteUrl, port),
    clientAddress: clientAddresses(siteUrl ? [...THIS_MACHINE, ...(options.proxies ?? [])] : []),
    pages: openPageCache({ most: MOST_KEPT_BYTES, now, common, watch }),
    files,
    common,
  });
  answerRequests(server, siteUrl, (request, response) => {
    const isLarge = mayBeLarge(pathOf(request.url ?? ''), bodyLimits);
    watchArrival(request, isLarge, () => server.emit('clientError', LATE, request.socket));
    receive(request, response);
  });
  answerBrokenOnes(server, common);
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`, close: () => drain(server, finished) };
}

function listen(server: Server, { host, port }: FrontOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server.off('error', reject) && undefined));
  });
}

function answerRequests(
  server: Server,
  siteUrl: URL | undefined,
  receive: (request: IncomingMessage, response: ServerResponse) => void,
) {
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    if (!server.listening) response.shouldKeepAlive = false;
    receive(request, response);
  };
  server.on('request', handle);
  server.on('checkContinue', handle); // a body is asked for only after everything else about the request is found right
  server.on('checkExpectation', handle);
  if (siteUrl?.protocol !== 'https:') return;
  // The adapter takes http or https from the socket; behind a TLS proxy ours is plain, but people's is not.
  server.on('connection', (socket: Socket) => Object.assign(socket, { encrypted: true }));
}

/** As node says it of what takes longer than `requestTimeout`. */
const LATE = Object.assign(new Error('The body did not arrive in time.'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });

function answerBrokenOnes(server: Server, common: Headers) {
  const say = (socket: Duplex, status: RefusalStatus, sentence: string, headers: Headers = {}) =>
    refuseSocket(socket as Socket, refuse(status, sentence, { ...common, ...headers }), IDLE_MS);
  server.on('connect', (_request, socket) => {
    if (answerInHand(socket)) socket.destroy();
    else say(socket, 405, 'This site answers GET, HEAD and POST.', { allow: 'GET, HEAD, POST' });
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || answerInHand(socket)?.headersSent) socket.destroy();
    else if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') say(socket, 408, 'The request did not arrive in time.');
    else if (error.code === 'HPE_HEADER_OVERFLOW') say(socket, 431, 'Clear the cookies of this site and try again.');
    else say(socket, 400, 'The request is not in a form we can read.');
  });
}

/** As node's own handler asks: a second answer must not follow half of a first. */
const answerInHand = (socket: Duplex) => (socket as Duplex & { _httpMessage?: ServerResponse })._httpMessage;

/** Connections end before their work does when clients go away, so both are waited for. */
async function drain(server: Server, finished: () => Promise<void>) {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), 20);
  const late = pause(DRAIN_MS, undefined, { ref: false });
  await Promise.race([late, closed.then(finished)]);
  clearInterval(idle);
  server.closeAllConnections();
}
