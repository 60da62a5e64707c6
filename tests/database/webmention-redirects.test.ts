import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { decideWebmention, receiveWebmention } from '#domain/webmentions/webmention-commands.ts';
import { listSaidElsewhere, listWaitingWebmentions } from '#domain/webmentions/webmention-queries.ts';
import { newId } from '#server/chance.ts';
import { lookAtNextWebmention } from '#server/webmention/look.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { addPerson, minutesLater, NOON, publish } from '#tests/support/lessons.ts';
import { openOtherSite } from '#tests/support/other-site.ts';

const siteUrl = new URL('https://teacake.example');
const web = await openOtherSite();
const blog = (path: string) => web.at(path, 'blog.example');
const pills = (path: string) => web.at(path, 'pills.example');
const leadsTo = (path: string, location: string) =>
  web.pages.set(path, (_, response) => response.writeHead(302, { location }).end());

async function openTown(open: () => Promise<Database>) {
  const database = await open();
  const { read, write } = database;
  const sam = await addPerson(database, 'sam@council.example');
  const { id: subjectId, slug } = await publish(database, sam);
  const subject = { subjectKind: 'lesson' as const, subjectId };
  const says = (words: string) => `<title>${words}</title><p><a href="${siteUrl.origin}/lessons/${slug}">x</a>`;
  const tell = async (address: string, minute = 0) => {
    const clock = () => minutesLater(minute);
    const told = { id: newId(), source: new URL(address), ...subject };
    const { id } = await write((tx) => receiveWebmention(tx, told, clock()));
    await lookAtNextWebmention({ read, write, clock }, siteUrl, web.asking);
    return id;
  };
  const approveSite = (id: string, now = NOON) =>
    write((tx) => decideWebmention(tx, { id, kind: 'shown', changedAt: NOON, ofWholeSite: true }, sam.person, now));
  const listed = (all: { title: string; host: string }[]) =>
    all.map(({ title, host }) => `${title} on ${host.split(':')[0]}`);
  const shown = async () => listed(await listSaidElsewhere(read, subject));
  const waiting = async () => listed(await listWaitingWebmentions(read));
  return { says, tell, approveSite, shown, waiting };
}

forEachEngine((open) => {
  test('words of another site that an approved one leads on to wait, and are said to be of where they stand', async () => {
    const { says, tell, approveSite, shown, waiting } = await openTown(open);
    web.pages.set('/post', says('A post'));
    web.pages.set('/offer', says('Pills'));
    leadsTo('/go', pills('/offer'));
    leadsTo('/moved', blog('/post'));
    const id = await tell(blog('/post'));
    await approveSite(id);
    await tell(blog('/moved'));
    expect([await shown(), await waiting()]).toEqual([['A post on blog.example', 'A post on blog.example'], []]);
    await tell(blog('/go'));
    expect([(await shown()).length, await waiting()]).toEqual([2, ['Pills on pills.example']]);
    await approveSite(id, minutesLater(1));
    expect(await waiting()).toEqual(['Pills on pills.example']);
  });

  test('a page that leads on to an approved site waits too: tomorrow it may lead elsewhere', async () => {
    const { says, tell, approveSite, shown, waiting } = await openTown(open);
    web.pages.set('/post', says('A post'));
    leadsTo('/today', blog('/post'));
    const id = await tell(blog('/post'));
    await tell(pills('/today'));
    await approveSite(id);
    await tell(web.at('/today', 'more.example'));
    expect([(await shown()).length, (await waiting()).length]).toEqual([1, 2]);
  });

  test('the same words at another site wait again', async () => {
    const { says, tell, approveSite, shown, waiting } = await openTown(open);
    web.pages.set('/post', says('A post'));
    web.pages.set('/offer', says('A post'));
    await approveSite(await tell(blog('/post')));
    leadsTo('/post', pills('/offer'));
    await tell(blog('/post'), 1);
    expect([await shown(), await waiting()]).toEqual([[], ['A post on pills.example']]);
  });
});
