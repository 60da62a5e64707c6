import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorFacts } from '../log.ts';
import { type Log, logRequest } from './access-log.ts';
import { refuseAddress } from './addresses.ts';
import type { Door } from './admission.ts';
import { type Answer, type Exchange, flatten, type Headers, pathOf, writeAnswer } from './answer.ts';
import type { clientAddresses } from './client-address.ts';
import { acceptedEncoding, compress, isCompressible } from './compression.ts';
import { type ForeignForm, isFormOf } from './foreign-form.ts';
import { takeForm } from './form-body.ts';
import { type KeptAnswer, type Sent, sendKept } from './kept-answer.ts';
import { type PageCache, saysHowLong } from './page-cache.ts';
import { personalHeaders } from './personal-headers.ts';
import { isForPrograms, openProgramDesk, sayToAsker } from './programs.ts';
import { refuse } from './refusals.ts';
import { type Render, type Rendered, renderPage, type Sending } from './rendering.ts';
import { type BodyLimit, limitAt } from './request-body.ts';
import { fewPerTurn } from './turn.ts';

export interface Rooms {
  siteUrl: URL | undefined;
  door: Door;
  clientAddress: ReturnType<typeof clientAddresses>;
  files: Map<string, KeptAnswer>;
  pages: PageCache;
  /** What every answer carries. */
  common: Headers;
  render: Render;
  bodyLimits: BodyLimit[];
  foreignForms: ForeignForm[];
  log: Log;
}

const RENDERINGS_A_TURN = 8;
const FOREIGN_BODY_BYTES = 10_000;
const SESSION_COOKIE = /(?:^|;\s*)(?:__Host-)?session=/;

/**
 * Answers every request: with a file, a kept page, a page rendered for one person, or a refusal. `finished` resolves when
 * nothing is in hand any more.
 */
export function openReception(rooms: Rooms) {
  const { siteUrl, door, clientAddress, files, pages, common, render, bodyLimits, foreignForms, log } = rooms;
  const mayRender = fewPerTurn(RENDERINGS_A_TURN);
  const inHand = new Set<Promise<void>>();
  const serveProgram = openProgramDesk({ door, common, ask });

  function receive(request: IncomingMessage, response: ServerResponse) {
    const { method = '', headers, url = '' } = request;
    const exchange: Exchange = { request, response, method, headers, url, started: performance.now() };
    try {
      follow(answer(exchange)?.catch((error: unknown) => fail(exchange, error)));
    } catch (error) {
      fail(exchange, error);
    }
  }

  /** A client that goes away does not end what was begun for it. */
  function follow(answering: Promise<void> | undefined) {
    if (!answering) return;
    inHand.add(answering);
    void answering.finally(() => inHand.delete(answering));
  }

  async function finished() {
    while (inHand.size > 0) await Promise.all(inHand);
  }

  /** Nothing is awaited on the way to a file or a kept page: that is the way most requests go. */
  function answer(exchange: Exchange): Promise<void> | undefined {
    const { request, method, headers, url } = exchange;
    if (isForPrograms(url)) return answerProgram(exchange);
    const refusal = door.refuseVisitor(request);
    if (refusal) return reply(exchange, refusal);
    if (method === 'POST') return answerForm(exchange);
    const file = files.get(pathOf(url));
    if (file) return finish(exchange, sendKept(exchange, file));
    if (headers.cookie && SESSION_COOKIE.test(headers.cookie)) return answerPerson(exchange);
    return answerAnyone(exchange);
  }

  function answerAnyone(exchange: Exchange): Promise<void> | undefined {
    const kept = pages.find(exchange.url);
    return kept instanceof Promise ? kept.then((found) => sendOrRender(exchange, found)) : sendOrRender(exchange, kept);
  }

  const sendOrRender = (exchange: Exchange, kept: KeptAnswer | undefined) =>
    kept ? finish(exchange, sendKept(exchange, kept)) : renderForAnyone(exchange);

  /** The page learns nothing of who asks, cookies included, so that it can be the same for everyone. */
  async function renderForAnyone(exchange: Exchange) {
    const refusal = refuseAddress(exchange.url);
    if (refusal) return reply(exchange, refusal);
    let requestId: string | undefined;
    const page = await pages.fill(exchange.url, async () => {
      const rendered = await ask(exchange, {});
      requestId = rendered.requestId;
      return rendered.answer;
    });
    return 'tag' in page ? finish(exchange, sendKept(exchange, page), requestId) : reply(exchange, page, requestId);
  }

  async function answerPerson(exchange: Exchange) {
    const refusal = refuseAddress(exchange.url);
    if (refusal) return reply(exchange, refusal);
    const rendered = await ask(exchange, personalHeaders(exchange));
    return reply(exchange, rendered.answer, rendered.requestId);
  }

  /** Without a token it is anybody's, whatever cookies come with it. */
  async function answerProgram(exchange: Exchange) {
    const answered = await serveProgram(exchange);
    if (answered === 'gone') return;
    if (answered === undefined) return answerAnyone(exchange);
    if ('kept' in answered) return finish(exchange, sendKept(exchange, answered.kept), answered.requestId);
    return reply(exchange, answered.reply, answered.requestId);
  }

  /** Every form is an action; a page without one has nothing to do with what is sent to it. */
  async function answerForm(exchange: Exchange) {
    const { request, response, url } = exchange;
    const foreign = foreignForms.find(({ path }) => path.test(url));
    if (foreign) return answerForeignForm(exchange, foreign);
    const refusal = refuseAddress(url) ?? door.refuseForm(request);
    if (refusal) return reply(exchange, refusal);
    if (!/[?&]_action=/.test(url))
      return reply(exchange, refuse(405, 'There is no form at this address.', { allow: 'GET, HEAD' }));
    const taken = await takeForm(request, response, limitAt(pathOf(url), bodyLimits));
    if (taken === 'gone') return;
    if ('refusal' in taken) return reply(exchange, taken.refusal);
    const rendered = await ask(exchange, personalHeaders(exchange), taken);
    return reply(exchange, rendered.answer, rendered.requestId);
  }

  /** Nothing that tells who sends it reaches the page, so it matters not where it came from. */
  async function answerForeignForm(exchange: Exchange, { action, field }: ForeignForm) {
    const { request, response, headers, url } = exchange;
    const refusal = door.refuseForeignForm(request);
    if (refusal) return reply(exchange, refusal);
    const taken = await takeForm(request, response, FOREIGN_BODY_BYTES);
    if (taken === 'gone') return;
    if ('refusal' in taken) return reply(exchange, taken.refusal);
    if (field && !isFormOf(taken.form, field))
      return reply(exchange, refuse(405, 'There is no such form at this address.', { allow: 'GET, HEAD' }));
    request.url = `${url}?_action=${action}`;
    const rendered = await ask(exchange, { 'content-type': headers['content-type'] ?? '' }, taken);
    return reply(exchange, rendered.answer, rendered.requestId);
  }

  async function ask(
    { request, method, headers, url }: Exchange,
    shown: Headers,
    sent: Sending = {},
  ): Promise<Rendered> {
    await mayRender();
    const rendered = await renderPage(render, request, {
      method: method === 'POST' ? 'POST' : 'GET',
      host: siteUrl?.host ?? headers.host ?? '',
      headers: shown,
      clientAddress: clientAddress(request),
      ...sent,
    });
    const { error, requestId } = rendered;
    if (error) log({ event: 'page-failed', request: requestId, ...errorFacts(error) });
    return sayToAsker(url, rendered);
  }

  /** For one person, never to be kept by anybody. */
  async function reply(exchange: Exchange, answer: Answer, requestId?: string) {
    const { status, body } = answer;
    const type = String(answer.headers['content-type']);
    const encoding = isCompressible(type, body.length) && acceptedEncoding(exchange.headers['accept-encoding']);
    const bytes = encoding ? await compress(body, encoding, 'once') : body;
    const headers = {
      ...answer.headers,
      ...common,
      'cache-control': saysHowLong(answer) ?? 'private, no-store',
      vary: 'cookie, accept-encoding',
      'content-length': String(bytes.length),
      ...(encoding && { 'content-encoding': encoding }),
      ...(requestId && { 'x-request-id': requestId }),
    };
    finish(exchange, { status, bytes: writeAnswer(exchange, status, flatten(headers), bytes) }, requestId);
  }

  function finish(exchange: Exchange, sent: Sent | Promise<Sent>, requestId?: string): Promise<void> | undefined {
    if (sent instanceof Promise) return sent.then((done) => logRequest(log, exchange, done, requestId));
    logRequest(log, exchange, sent, requestId);
    return undefined;
  }

  function fail(exchange: Exchange, error: unknown) {
    log({ event: 'request-failed', ...errorFacts(error) });
    if (exchange.response.headersSent) exchange.response.destroy();
    else void reply(exchange, refuse(503, 'Please try again in a minute.'));
  }

  return { receive, finished };
}
