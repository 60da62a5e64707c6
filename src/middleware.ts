import { getActionContext, isActionError } from 'astro:actions';
import { defineMiddleware } from 'astro:middleware';
import type { APIContext } from 'astro';
import { wayInTo } from '#domain/people/people-rules.ts';
import { STRANGER, type Viewer } from '#domain/people/viewer.ts';
import { greetProgram } from '#server/api/bearer.ts';
import { newId } from '#server/chance.ts';
import { openDevelopmentSite } from '#server/development.ts';
import { refusal } from '#server/guards.ts';
import { isForPrograms } from '#server/http/programs.ts';
import { errorFacts, log } from '#server/log.ts';
import { findViewer, sessionCookieName } from '#server/sign-in.ts';
import { currentSite, isSiteOpen, type Site } from '#server/site.ts';
import { siteFacts } from '#server/site-facts.ts';
import type { Done } from './actions/guarded.ts';

/** The doorkeeper: finds out who is asking, runs the action a form asks for, and lets the page answer. */
export const onRequest = defineMiddleware(async (context, next) => {
  if (import.meta.env.DEV && !isSiteOpen()) await openDevelopmentSite();
  try {
    return (await greet(context)) ?? (await runAction(context)) ?? (await next());
  } catch (error) {
    return refuse(context, error);
  }
});

async function greet(context: APIContext): Promise<Response | undefined> {
  const { locals, url } = context;
  const site = currentSite();
  locals.requestId ??= newId();
  locals.clientAddress ??= '';
  locals.now = site.clock();
  locals.site = siteFacts(site, url.origin);
  locals.wayIn ??= wayInTo(pageOf(url));
  locals.read = site.read;
  locals.viewer = STRANGER;
  if (isForPrograms(url.pathname)) return greetProgram(context, site);
  locals.viewer = await greetPerson(context, site);
  return undefined;
}

/** An address without the action that a form names there. */
function pageOf({ pathname, searchParams }: URL): string {
  const query = new URLSearchParams(searchParams);
  query.delete('_action');
  return query.size > 0 ? `${pathname}?${query}` : pathname;
}

async function greetPerson({ cookies }: APIContext, site: Site): Promise<Viewer> {
  const token = cookies.get(sessionCookieName(site))?.value;
  if (!token) return STRANGER;
  const { viewer, renewed } = await findViewer(site, token);
  if (renewed) cookies.set(renewed.name, renewed.value, renewed.attributes);
  return viewer;
}

/** A form that worked leads on with 303, so that reloading sends nothing twice; otherwise its page shows what came of it. */
async function runAction(context: APIContext): Promise<Response | undefined> {
  if (context.locals.form) handOver(context.request, context.locals.form);
  const { action, setActionResult, serializeActionResult } = getActionContext(context);
  if (action?.calledFrom !== 'form' || isForPrograms(context.url.pathname)) return undefined;
  if (!/^\w+\.\w+$/.test(action.name)) throw refusal('NOT_FOUND', 'There is no such form here.');
  const result = await action.handler();
  if (isActionError(result.error) && result.error.code === 'UNAUTHORIZED') throw result.error;
  if (isDone(result.data)) return context.redirect(address(result.data), 303);
  context.locals.isRefused = result.error !== undefined;
  setActionResult(action.name, serializeActionResult(result));
  return undefined;
}

/** Astro takes a form apart from a clone of its request, and pages from the request: both get the one that is there. */
const handOver = (request: Request, form: FormData) =>
  Object.assign(request, { clone: () => request, formData: async () => form });

/** What a guard in a page throws becomes a way in, or one sentence; anything else is ours to mend: see `pages/500.astro`. */
function refuse(context: APIContext, error: unknown): Promise<Response> | Response {
  const { locals, request } = context;
  if (!isActionError(error)) {
    log({ event: 'page-failed', request: locals.requestId, route: context.routePattern, ...errorFacts(error) });
    throw error;
  }
  if (error.code === 'UNAUTHORIZED' && request.method === 'GET') return context.redirect(locals.wayIn, 303);
  locals.refusal = { status: error.status, sentence: error.message };
  return context.rewrite('/refused');
}

const isDone = (outcome: unknown): outcome is Done =>
  typeof outcome === 'object' && outcome !== null && 'to' in outcome;

function address({ to, notice }: Done): string {
  if (!notice) return to;
  const [path, fragment] = to.split('#');
  return `${path}${path?.includes('?') ? '&' : '?'}notice=${notice}${fragment ? `#${fragment}` : ''}`;
}
