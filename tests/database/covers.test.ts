import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { forgetAbsence, noteAbsence, welcomeBack } from '#domain/people/absence-commands.ts';
import { findLastAbsence, listAbsences } from '#domain/people/absence-queries.ts';
import { listChangesMeanwhile, listReviewsMeanwhile } from '#domain/people/away-queries.ts';
import { answerCover } from '#domain/people/cover-commands.ts';
import { listCovers, listMyCovers } from '#domain/people/cover-queries.ts';
import { listStandIns, listStandInsOf } from '#domain/people/stand-in-queries.ts';
import { channelFields, NOW, TODAY } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { openOffice, STATIONERY } from '#tests/support/hand-overs.ts';
import { viewerIn } from '#tests/support/viewers.ts';

const AWAY: Parameters<typeof noteAbsence>[1] = {
  id: 'a',
  personId: 'mo',
  fromOn: TODAY,
  untilOn: '2026-12-11',
  coverId: 'sam',
};

async function openAway(open: () => Promise<Database>) {
  const office = await openOffice(open);
  const { write } = office;
  const note = (wish: Partial<typeof AWAY> = {}) =>
    write((tx) => noteAbsence(tx, { ...AWAY, ...wish }, TODAY, STATIONERY, NOW));
  const answer = (accepts: boolean, personId = 'sam') =>
    write((tx) => answerCover(tx, { absenceId: 'a', personId }, accepts, STATIONERY, NOW));
  return { ...office, note, answer };
}

forEachEngine((open) => {
  test('somebody stands in once they have accepted, on those days and not on others', async () => {
    const { note, answer, read } = await openAway(open);
    expect(await note()).toEqual({ kind: 'asked' });
    expect(await listCovers(read, ['mo'], TODAY)).toEqual([]);
    expect(await answer(true, 'ann')).toEqual({ kind: 'not-asked' });
    expect(await answer(true)).toEqual({ kind: 'accepted' });
    expect(await listCovers(read, ['mo', 'ann'], TODAY)).toEqual([
      { personId: 'mo', untilOn: '2026-12-11', coverId: 'sam', name: 'Name of sam', email: 'sam@council.example' },
    ]);
    expect(await listCovers(read, ['mo'], '2026-12-11')).toHaveLength(1);
    for (const day of ['2026-12-02', '2026-12-12']) expect(await listCovers(read, ['mo'], day)).toEqual([]);
    expect(await answer(false)).toEqual({ kind: 'declined' });
    expect(await listCovers(read, ['mo'], TODAY)).toEqual([]);
  });

  test('a channel says who answers instead: by name for staff and partners, by role for everyone', async () => {
    const { note, answer, read } = await openAway(open);
    await note();
    await answer(true);
    const seen = async (circle: 'public' | 'partner' | 'staff') =>
      (await listStandInsOf(read, viewerIn(circle), 'c', TODAY)).owner;
    const inFull = { untilOn: '2026-12-11', name: 'Name of sam', role: 'Job of sam' };
    expect([await seen('staff'), await seen('partner'), await seen('public')]).toEqual([
      ...[inFull, inFull, { ...inFull, name: null }],
    ]);
    expect((await listStandInsOf(read, viewerIn('staff'), 'c', TODAY)).deputy).toBeUndefined();
    expect((await listStandIns(read, viewerIn('public'), TODAY)).get('mo')).toEqual({ ...inFull, name: null });
  });

  test('nobody covers for themselves, and somebody who is back early needs nobody', async () => {
    const { note, letters, read, write } = await openAway(open);
    expect(await note({ coverId: 'mo' })).toEqual({ kind: 'no-such-person' });
    expect(await note({ coverId: 'res' })).toEqual({ kind: 'no-such-person' });
    expect(await listAbsences(read, 'mo', TODAY)).toEqual([]);
    await note();
    expect(await listMyCovers(read, 'sam', TODAY)).toMatchObject([{ away: 'Name of mo', answer: null }]);
    await write((tx) => forgetAbsence(tx, { id: 'a', personId: 'ann' }, STATIONERY, NOW));
    expect(await listMyCovers(read, 'sam', TODAY)).toHaveLength(1);
    await write((tx) => forgetAbsence(tx, { id: 'a', personId: 'mo' }, STATIONERY, NOW));
    expect(await listMyCovers(read, 'sam', TODAY)).toEqual([]);
    expect((await letters()).map(({ subject }) => subject)).toEqual([
      ...['Will you stand in for Name of mo?', 'You need not stand in for Name of mo'],
    ]);
  });

  test('an absence of another does not become mine by its key', async () => {
    const { note, read } = await openAway(open);
    await note();
    expect(await note({ personId: 'ann', coverId: 'kim' })).toEqual({ kind: 'noted' });
    expect(await listMyCovers(read, 'kim', TODAY)).toEqual([]);
  });

  test('who was away gets one letter on the first morning back, and reads what happened meanwhile', async () => {
    const { note, save, letters, read, write } = await openAway(open);
    await note({ coverId: null });
    const [job] = await read.select().from(read.tables.jobs);
    expect(job).toMatchObject({ kind: 'welcome-back', dueAt: new Date('2026-12-12T07:00:00Z') });
    await save('c', channelFields('libraries', { ownerId: 'mo', deputyId: 'ann', notes: 'New' }), TODAY);
    await write((tx) => welcomeBack(tx, 'a', STATIONERY, NOW));
    expect((await letters()).map(({ recipient }) => recipient)).toEqual(['mo@council.example']);
    expect(await findLastAbsence(read, 'mo', '2026-12-12')).toMatchObject({ fromOn: TODAY });
    const span = { from: NOW, until: new Date('2026-12-12T00:00:00Z') };
    const changes = await listChangesMeanwhile(read, 'mo', span);
    expect(changes.flatMap((one) => one.changes.map(({ field }) => field))).toContain('notes');
    expect(await listChangesMeanwhile(read, 'sam', span)).toEqual([]);
    const days = { fromOn: TODAY, backOn: '2026-12-12' };
    expect(await listReviewsMeanwhile(read, 'mo', days)).toMatchObject([{ result: 'changed' }]);
  });
});
