import { sayWhyNot } from '#domain/link-checks/link-verdict-rules.ts';
import { claimWebmention, noteWebmention } from '#domain/webmentions/webmention-commands.ts';
import { findDueWebmention, findWebmention } from '#domain/webmentions/webmention-queries.ts';
import type { Found, Webmention } from '#domain/webmentions/webmention-rules.ts';
import { type Asking, type OutsidePage, readOutside } from '../outside/ask.ts';
import type { Site } from '../site.ts';
import { decodePage } from './page-text.ts';
import { readPage } from './read-page.ts';

type Bench = Pick<Site, 'read' | 'write' | 'clock'>;

/** Looks at the one page that has waited longest, outside of any write. @returns whether there was one. */
export async function lookAtNextWebmention({ read, write, clock }: Bench, siteUrl: URL, asking: Asking) {
  const due = await findDueWebmention(read, clock());
  if (!due) return false;
  const claimed = await write((tx) => claimWebmention(tx, due, clock()));
  if (!claimed) return true;
  const found = await lookAt(claimed, (await findWebmention(read, due.id))?.about?.path, siteUrl, asking);
  if (asking.signal?.aborted) return false;
  await write((tx) => noteWebmention(tx, claimed, found, clock()));
  return true;
}

async function lookAt(
  { source }: Webmention,
  path: string | undefined,
  { origin }: URL,
  asking: Asking,
): Promise<Found> {
  const page = await readOutside(source, asking);
  if (page.kind === 'refused' || (page.kind === 'failed' && page.why === 'certificate'))
    return { outcome: 'not-linked', detail: sayWhyNot(page) };
  if (page.kind === 'failed') return { outcome: 'not-reached', detail: sayWhyNot(page) };
  return judgePage(page, (link) => link.origin === origin && link.pathname.replace(/\/$/, '') === path);
}

function judgePage(page: Extract<OutsidePage, { kind: 'answered' }>, isOurs: (link: URL) => boolean): Found {
  const { status, url, headers, body } = page;
  if (status === 404 || status === 410) return { outcome: 'gone', detail: `the page is not there (${status})` };
  if (status < 200 || status >= 300) return { outcome: 'not-reached', detail: `the site does not say (${status})` };
  const type = headers['content-type'] ?? '';
  if (!/^(text\/html|application\/xhtml\+xml)\s*(;|$)/i.test(type))
    return { outcome: 'not-linked', detail: 'it is no page of the web' };
  const said = readPage(decodePage(body, type), url, isOurs);
  if (!said) return { outcome: 'not-linked', detail: 'the page does not link to ours' };
  return { outcome: 'linked', host: new URL(url).host, ...said };
}
