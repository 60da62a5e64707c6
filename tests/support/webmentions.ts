import { lookAtNextWebmention } from '#server/webmention/look.ts';
import type { openOtherSite } from './other-site.ts';
import type { openTestSite } from './site.ts';
import type { Page, Visitor } from './visit.ts';

interface Parties {
  town: Awaited<ReturnType<typeof openTestSite>>;
  blog: Awaited<ReturnType<typeof openOtherSite>>;
  /** A moderator. */
  ada: Visitor;
  /** The path of a lesson that is spoken of. */
  lesson: string;
}

/** What another site, this one and a moderator do when a page elsewhere speaks of a lesson. */
export function openMentions({ town, blog, ada, lesson }: Parties) {
  const siteUrl = new URL(town.url);
  const stranger = town.stranger();

  /** As another site sends it: no page was opened, nothing is known of who sends it. */
  const tell = (fields: Record<string, string>, init: RequestInit = {}) =>
    fetch(`${town.url}/webmention`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
      ...init,
      headers: { origin: 'https://blog.example', ...init.headers },
    });
  const mention = (path: string, target = lesson) => tell({ source: blog.at(path), target: town.url + target });
  const look = async () => {
    while (await lookAtNextWebmention(town.site, siteUrl, blog.asking));
  };
  const sayAgain = async (path: string) => {
    await mention(path);
    await look();
  };
  const saidOn = async (path = lesson) => (await stranger.get(path)).html.querySelector('#said-elsewhere')?.text ?? '';
  const fieldIn = ({ html }: Page, source: string, name: string) =>
    html
      .querySelectorAll('article')
      .find(({ text }) => text.includes(source))
      ?.querySelector(`[name=${name}]`)
      ?.getAttribute('value') ?? '';
  const decide = async (path: string, kind: string, more: Record<string, string> = {}) => {
    const page = await ada.get('/webmention/waiting');
    const [id, changedAt] = ['id', 'changedAt'].map((name) => fieldIn(page, blog.at(path), name));
    return ada.send('/webmention/waiting', 'webmentions.decide', {
      id: id ?? '',
      changedAt: changedAt ?? '',
      kind,
      ...more,
    });
  };

  return { tell, mention, look, sayAgain, saidOn, decide };
}
