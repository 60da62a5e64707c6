import { sayWhyNot } from '#domain/link-checks/link-verdict-rules.ts';
import { claimSending, noteSending, planSendings, type SendingResult } from '#domain/webmentions/telling-commands.ts';
import { findDueSending, findDueTelling, findOpenHtml } from '#domain/webmentions/telling-queries.ts';
import { linksElsewhere } from '#domain/webmentions/telling-rules.ts';
import { pathOfSubject } from '#domain/webmentions/webmention-rules.ts';
import { type Asking, type OutsidePage, readOutside, tellOutside } from '../outside/ask.ts';
import type { Site } from '../site.ts';
import { findEndpoint } from './endpoint.ts';
import { decodePage } from './page-text.ts';

type Bench = Pick<Site, 'read' | 'write' | 'clock'>;

/** Reads the links of the lesson that has waited longest. @returns whether there was one. */
export async function readNextLinks({ read, write, clock }: Bench, siteUrl: URL): Promise<boolean> {
  const due = await findDueTelling(read, clock());
  if (!due) return false;
  const links = linksElsewhere((await findOpenHtml(read, due.lessonId)) ?? '', siteUrl.origin);
  await write((tx) => planSendings(tx, due, links, clock()));
  return true;
}

/** Tells the one page that has waited longest, outside of any write. @returns whether there was one. */
export async function tellNextSite({ read, write, clock }: Bench, siteUrl: URL, asking: Asking): Promise<boolean> {
  const due = await findDueSending(read, clock());
  if (!due) return false;
  const claimed = await write((tx) => claimSending(tx, due.sending, clock()));
  if (!claimed) return true;
  const result = await tell(claimed.target, siteUrl.origin + pathOfSubject('lesson', due.slug), asking);
  if (asking.signal?.aborted) return false;
  await write((tx) => noteSending(tx, claimed, result, clock()));
  return true;
}

async function tell(target: string, source: string, asking: Asking): Promise<SendingResult> {
  const page = await readOutside(target, asking);
  if (page.kind !== 'answered' || isLater(page.status)) return notTaken(page);
  const { url, headers, body } = page;
  const type = headers['content-type'] ?? '';
  const endpoint = findEndpoint(url, headers['link'], /html/i.test(type) ? decodePage(body, type) : '');
  if (!endpoint) return { outcome: 'no-endpoint', detail: '' };
  const answer = await tellOutside(endpoint.href, { source, target }, asking);
  const isTaken = answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
  return isTaken ? { outcome: 'told', detail: '' } : notTaken(answer);
}

/** Somebody who is not there, or has no time, may be later. */
const isLater = (status: number) => status === 429 || status >= 500;

function notTaken(answer: OutsidePage): SendingResult {
  if (answer.kind === 'answered') {
    const detail = `the site answered ${answer.status}`;
    return { outcome: isLater(answer.status) ? 'not-reached' : 'not-taken', detail };
  }
  return { outcome: answer.kind === 'failed' ? 'not-reached' : 'not-taken', detail: sayWhyNot(answer) };
}
