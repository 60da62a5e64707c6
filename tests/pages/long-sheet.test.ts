import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { holdCafe } from '#tests/support/doorway.ts';
import { openTestSite } from '#tests/support/site.ts';
import type { Page } from '#tests/support/visit.ts';

const site = await openTestSite();

/** A sign-in sheet on which everybody is ticked, as a browser sends it, and where to. */
function tickAll({ html }: Page) {
  const values = (name: string) =>
    html.querySelectorAll(`.sheet-form [name=${name}]`).map((field) => field.getAttribute('value') ?? '');
  const once = { meetupId: values('meetupId'), sheetId: values('sheetId') };
  const lines = { lineName: values('lineName'), lineSize: values('lineSize') };
  const lineCircle = lines.lineName.map(() => 'public');
  const sheet = { ...once, ...lines, lineCircle, seen: values('seen'), came: values('came'), size: values('size') };
  return { sheet, action: html.querySelector('.sheet-form')?.getAttribute('action') ?? '' };
}

test('a sign-in sheet with hundreds of names is typed back page by page', async () => {
  const guests = Array.from({ length: 340 }, (_, at) => [`Guest ${at}`, 1]);
  const { host, path, meetup } = await holdCafe(site, 'Great café', Object.fromEntries(guests));
  const { arrivals } = site.site.read.tables;
  const came = () => site.site.read.$count(arrivals, eq(arrivals.meetupId, meetup.id));
  const typed = `${path}/sign-in-sheet/typed`;
  const counts: number[] = [];
  for (let next: string | undefined = typed; next; ) {
    const { sheet, action } = tickAll(await host.open(next));
    const mistyped = { ...sheet, size: sheet.size.map(() => 'lots') };
    const wrong = await host.send(typed + action, 'sheets.typeBack', mistyped);
    expect(wrong.status).toBe(400);
    expect(tickAll(wrong)).toEqual({ action, sheet: mistyped });
    const saved = await host.send(typed + action, 'sheets.typeBack', sheet);
    expect(saved.status).toBe(303);
    counts.push(await came());
    const link = (await host.open(saved.path)).html.querySelector('.pager [rel=next]')?.getAttribute('href');
    next = link && typed + link;
  }
  expect(counts).toEqual([100, 200, 300, 340]);
});
