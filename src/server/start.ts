import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasAdmin } from '#domain/people/people-queries.ts';
import { offerFirstAdmin } from '#domain/people/sign-in-commands.ts';
import { newToken } from './chance.ts';
import { MOST_FILE_BYTES } from './csv.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { ONE_CLICK, WEBMENTION } from './http/foreign-form.ts';
import { openFrontServer } from './http.ts';
import { watchJobs } from './jobs/job-runner.ts';
import { planStandingJobs } from './jobs/standing-jobs.ts';
import { watchLinks } from './link-check/link-checker.ts';
import { type LogLine, log as writeLog } from './log.ts';
import { PICTURE_FORMS } from './pictures/picture-forms.ts';
import { sweepPictures } from './pictures/sweeping.ts';
import { rerenderTexts } from './rerender.ts';
import { readSettings, type Settings } from './settings.ts';
import { openSite, type Site } from './site.ts';
import { watchWebmentions } from './webmention/watching.ts';

export interface RunningSite {
  url: string;
  site: Site;
  /** What to tell whoever started it: the address, and how to sign in. */
  greeting: string;
  /** Does at once what is due. */
  runDueJobs(): Promise<void>;
  /** Finishes the requests in hand, then closes the database. */
  close(): Promise<void>;
}

interface Options {
  /** The one clock; tests move theirs. */
  clock?: () => Date;
  /** Takes the line of each request. */
  log?: (line: LogLine) => void;
}

interface BuiltPages {
  handler(request: IncomingMessage, response: ServerResponse, next: undefined, locals: object): Promise<void>;
}

/**
 * Opens the site as the environment says and serves the built pages in `buildFolder`.
 *
 * @throws SettingsProblem or DatabaseProblem, each with one sentence for the operator.
 */
export const startSite = (
  environment: Record<string, string | undefined>,
  buildFolder: string,
  options: Options = {},
): Promise<RunningSite> => serveSite(readSettings(environment), buildFolder, options);

/** The same with settings that are read already. The first start of a demo fills it. */
export async function serveSite(
  settings: Settings,
  buildFolder: string,
  { clock = () => new Date(), log = writeLog }: Options = {},
): Promise<RunningSite> {
  const site = await openSite(settings, clock);
  try {
    if (settings.isDemo) await seedDemo(site, site.clock());
    const { handler } = (await import(pathToFileURL(join(buildFolder, 'server/entry.mjs')).href)) as BuiltPages;
    const front = await openFrontServer({
      host: settings.host,
      port: settings.port,
      siteUrl: settings.siteUrl,
      clientFolder: join(buildFolder, 'client'),
      render: (request, response, locals) => handler(request, response, undefined, locals),
      watch: site.watch,
      now: site.clock,
      log,
      proxies: settings.proxies,
      foreignForms: [ONE_CLICK, WEBMENTION],
      bodyLimits: [{ path: /^\/channels\/import$/, bytes: MOST_FILE_BYTES }, ...PICTURE_FORMS],
    });
    await planStandingJobs(site);
    const jobs = watchJobs(site, settings.siteUrl?.origin ?? front.url);
    const behind = [jobs, watchLinks(site), watchWebmentions(site), rerenderTexts(site), sweepPictures(site)];
    return {
      url: front.url,
      site,
      greeting: await greeting(site, front.url),
      runDueJobs: jobs.run,
      async close() {
        await Promise.all([front.close(), ...behind.map((one) => one.stop())]);
        await site.close();
      },
    };
  } catch (error) {
    await site.close();
    throw error;
  }
}

async function greeting(site: Site, url: string): Promise<string> {
  const { settings } = site;
  if (settings.isDemo)
    return `Teacake is open at ${url}\nThis is the demo of an invented council. The banner on each page lets you be a resident, a librarian, a partner, the keeper or the admin.`;
  if (await hasAdmin(site.read))
    return `Teacake is open at ${settings.siteUrl?.origin} (listening on ${url}). Sign in with your mail address.`;
  const { token, hash } = newToken();
  await site.write((tx) => offerFirstAdmin(tx, hash, site.clock()));
  return `Teacake is open at ${settings.siteUrl?.origin} (listening on ${url}).\nThere is no admin yet. This link makes the first one; it works once, within a day:\n${settings.siteUrl?.origin}/first-admin/${token}`;
}
