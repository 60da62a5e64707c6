import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import type { ChannelFields } from '#domain/channels/channel-rules.ts';
import { fieldsOf } from '#domain/channels/channel-rules.ts';
import { importAsShown } from '#domain/channels/import-commands.ts';
import { linesOfPlan, summaryOf } from '#domain/channels/import-report-rules.ts';
import { newId } from '#server/chance.ts';
import { NOW, openChannelRoom, TODAY } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { importInto, planFor, registerFile, wholeRegister } from '#tests/support/register-files.ts';

const LATER = new Date('2027-01-01T10:00:00Z');
const HEADER = ['sourceId', 'name', 'unit', 'link', 'objective'];
const POOL = ['1', 'Pool', 'Sport', 'https://x.com/sandfordpool', 'Say when it is open'];
const GYM = ['2', 'Gym', 'Sport', 'https://x.com/sandfordgym', 'Fill the courses'];
const PARK = ['3', 'Park', 'Green', '', 'Tell what blooms'];

/** A site that has taken in the first issue of a list, and ways to send the next. */
async function openListRoom(open: () => Promise<Database>) {
  const room = await openChannelRoom(open);
  const issue = (...rows: string[][]) =>
    registerFile([[...HEADER, 'platform'], ...rows.map(withPlatform)], undefined, 'sport');
  const send = async (rows: string[][], choices = {}) => importInto(room, await issue(...rows), LATER, newId, choices);
  const plan = async (...rows: string[][]) => planFor(room, await issue(...rows));
  const channelOf = async (name: string) =>
    (await wholeRegister(room)).channels.find((channel) => channel.name === name);
  const changeHere = async (name: string, wished: Partial<ChannelFields>) => {
    const channel = await channelOf(name);
    if (channel) await room.save(channel.id, { ...fieldsOf(channel), ...wished });
  };
  const lastChange = async () => (await wholeRegister(room)).changes.at(-1)?.changes;
  await importInto(room, await issue(POOL, GYM, PARK));
  return { ...room, issue, send, plan, channelOf, changeHere, lastChange };
}

const withPlatform = (row: string[]) => [...row, row[3] ? '' : 'notice_board'];
const changed = (row: string[], at: number, text: string) => row.map((cell, index) => (index === at ? text : cell));

forEachEngine((open) => {
  test('an update shows what is new, changed and gone before it is applied, and changes just that', async () => {
    const room = await openListRoom(open);
    const before = await wholeRegister(room);
    const rows = [
      changed(changed(POOL, 1, 'Pool and sauna'), 3, 'https://x.com/poolandsauna'),
      PARK,
      ['4', 'Rink', ...GYM.slice(2)],
    ];
    rows[2]![3] = 'https://x.com/sandfordrink';
    const plan = await room.plan(...rows);
    expect(summaryOf(plan)).toMatchObject({ added: 1, changed: 1, unchanged: 1, gone: 1, conflicts: 0, refused: 0 });
    expect(plan.changed[0]?.changes.map(({ field, from, to }) => [field, from, to])).toEqual([
      ['name', 'Pool', 'Pool and sauna'],
      ['url', 'https://x.com/sandfordpool', 'https://x.com/poolandsauna'],
      ['handle', 'sandfordpool', 'poolandsauna'],
    ]);
    expect(plan.gone).toMatchObject([{ name: 'Gym' }]);
    expect(await wholeRegister(room)).toEqual(before);

    await room.send(rows);
    const after = await wholeRegister(room);
    expect(after.channels.map(({ name }) => name)).toEqual(['Pool and sauna', 'Gym', 'Park', 'Rink']);
    expect(after.channels[0]).toMatchObject({ id: before.channels[0]?.id, linkKey: 'x:poolandsauna' });
    expect(summaryOf(await room.send(rows))).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
    expect(await wholeRegister(room)).toEqual(after);
  });

  test('without an id of its own a line is found by its link, or by name, unit and platform', async () => {
    const room = await openListRoom(open);
    const issue = (name: string) =>
      registerFile(
        [
          ['name', 'unit', 'link', 'platform'],
          [name, 'Sport', 'x.com/bath', ''],
          ['Board', 'Sport', '', 'counter'],
        ],
        undefined,
        'baths',
      );
    await importInto(room, await issue('Bath'));
    expect(summaryOf(await importInto(room, await issue('Baths')))).toMatchObject({
      added: 0,
      changed: 1,
      unchanged: 1,
      gone: 0,
    });
  });

  test('what somebody changed here since is kept, whether the list says the same again or something new', async () => {
    const room = await openListRoom(open);
    await room.changeHere('Pool', {
      objective: 'Teach everybody to swim',
      url: 'https://x.com/ours',
      handle: 'ours',
      linkKey: 'x:ours',
    });
    const again = await room.plan(POOL, GYM, PARK);
    expect(summaryOf(again)).toMatchObject({ changed: 0, conflicts: 0, unchanged: 3 });
    const news = changed(changed(POOL, 4, 'Sell tickets'), 1, 'The pool');
    const plan = await room.plan(news, GYM, PARK);
    expect(plan.conflicts).toMatchObject([
      { name: 'Pool', changes: [{ field: 'objective', from: 'Teach everybody to swim', to: 'Sell tickets' }] },
    ]);
    expect(plan.changed[0]?.changes).toEqual([{ field: 'name', from: 'Pool', to: 'The pool' }]);
    await room.send([news, GYM, PARK]);
    expect(await room.channelOf('The pool')).toMatchObject({ objective: 'Teach everybody to swim', linkKey: 'x:ours' });
    expect(await room.lastChange()).toEqual([{ field: 'name', from: 'Pool', to: 'The pool' }]);
    expect(summaryOf(await room.plan(news, GYM, PARK))).toMatchObject({ changed: 0, conflicts: 0 });
  });

  test('a conflict can be decided for the list, and an address is then taken whole', async () => {
    const room = await openListRoom(open);
    await room.changeHere('Pool', { url: 'https://x.com/ours', handle: 'ours', linkKey: 'x:ours' });
    const rows = [changed(POOL, 3, 'https://www.instagram.com/pool'), GYM, PARK];
    const kept = await room.plan(...rows);
    expect(kept.conflicts[0]?.changes.map(({ field }) => field)).toEqual(['platformKey', 'url', 'handle']);
    expect(kept.changed).toEqual([]);
    await room.send(rows, { conflicts: 'theirs' });
    expect(await room.channelOf('Pool')).toMatchObject({
      platformKey: 'instagram',
      handle: 'pool',
      linkKey: 'instagram:pool',
    });
  });

  test('channels that are gone are left, marked for a check or closed, each with a word in its history', async () => {
    const room = await openListRoom(open);
    const whole = await wholeRegister(room);
    await room.send([POOL]);
    expect((await wholeRegister(room)).channels).toEqual(whole.channels);
    await room.send([POOL], { gone: 'review' });
    expect(await room.channelOf('Gym')).toMatchObject({ status: 'open', reviewDueOn: TODAY });
    expect(await room.lastChange()).toEqual([{ field: 'reviewDueOn', from: '', to: TODAY }]);
    await room.send([POOL], { gone: 'close' });
    expect(await room.channelOf('Gym')).toMatchObject({ status: 'closed', openLinkKey: null });
    expect((await wholeRegister(room)).closures).toMatchObject([{ closedOn: TODAY, why: 'other' }, {}]);
    expect((await room.plan(POOL)).gone).toEqual([]);
    expect((await room.plan(POOL, GYM)).gone).toMatchObject([]);
  });

  test('a line that is refused is not gone, and a file of no list has nothing that could be gone', async () => {
    const room = await openListRoom(open);
    expect(await room.plan(POOL, changed(GYM, 3, 'https://x.com/home'), PARK)).toMatchObject({
      gone: [],
      refused: [{}],
    });
    const plain = await registerFile([HEADER, POOL]);
    expect((await planFor(room, plain)).gone).toEqual([]);
  });

  test('a channel that a list holds twice follows the line that came first, also when the other comes alone', async () => {
    const room = await openListRoom(open);
    const double = ['9', 'Swimming', ...POOL.slice(2)];
    for (const rows of [[POOL, double, GYM, PARK], [double]]) {
      const plan = await room.plan(...rows);
      expect(plan.refused).toMatchObject([{ why: 'twice', line: rows.indexOf(double) + 2 }]);
      expect([plan.changed, plan.gone.map(({ name }) => name).includes('Pool')]).toEqual([[], false]);
    }
  });

  test('of two keepers who apply the same update, the second is told that it is another one by now', async () => {
    const room = await openListRoom(open);
    const file = await room.issue(changed(POOL, 4, 'Sell tickets'), GYM);
    const shown = [...linesOfPlan(await planFor(room, file))].join('\n');
    const isShown = async (plan: Parameters<typeof linesOfPlan>[0]) => [...linesOfPlan(plan)].join('\n') === shown;
    const wish = { file, isShown, savedById: null, now: NOW, newId, today: TODAY, breathe: async () => {} };
    const press = () => room.write((tx) => importAsShown(tx, wish));
    const outcomes = await Promise.all([press(), press()]);
    expect(outcomes.map(({ isDone }) => isDone).sort()).toEqual([false, true]);
    expect((await wholeRegister(room)).changes).toHaveLength(4);
  });
});
