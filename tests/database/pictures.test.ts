import { expect, test } from 'vitest';
import { ensurePerson } from '#domain/people/people-commands.ts';
import { STRANGER } from '#domain/people/viewer.ts';
import { addPicture, removePicture, showPictures } from '#domain/pictures/picture-commands.ts';
import { findPicture, listKeptHashes, listPictures } from '#domain/pictures/picture-queries.ts';
import { newId } from '#server/chance.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { viewerIn } from '#tests/support/viewers.ts';

const stranger = STRANGER;
const [partner, staff] = [viewerIn('partner'), viewerIn('staff')];
const keeper = viewerIn('staff', 'kit', { isKeeper: true });

const NOW = new Date('2026-03-01T10:00:00Z');
const HASH = 'ab'.repeat(32);
const picture = { hash: HASH, width: 600, height: 400, alt: 'A letter', addedById: null, now: NOW };

forEachEngine((open) => {
  test('each audience sees its pictures and the wider ones, and whoever sent one sees it too', async () => {
    const { read, write } = await open();
    const viewers = [stranger, partner, staff, keeper];
    const seen = { public: [true, true, true, true], partner: [false, true, true, true] };
    const narrow = { staff: [false, false, true, true], keepers: [false, false, false, true] };
    for (const [seenBy, expected] of Object.entries({ ...seen, ...narrow })) {
      const subject = { kind: 'look-alike', id: seenBy } as const;
      const hash = seenBy.padEnd(64, '0');
      await write((tx) => addPicture(tx, { ...picture, id: newId(), hash, subject, seenBy: seenBy as 'staff' }));
      const found = await Promise.all(viewers.map((viewer) => findPicture(read, viewer, hash)));
      const listed = await Promise.all(viewers.map((viewer) => listPictures(read, viewer, subject)));
      expect(found.map(Boolean), seenBy).toEqual(expected);
      expect(found.some((one) => one?.isPublic)).toBe(seenBy === 'public');
      expect(listed.map(({ length }) => length === 1)).toEqual(expected);
    }
    const domains = { staffDomains: [], partnerDomains: [] };
    const rosa = await write((tx) => ensurePerson(tx, { id: newId(), email: 'rosa@home.example', domains, now: NOW }));
    const subject = { kind: 'look-alike', id: 'hers' } as const;
    await write((tx) => addPicture(tx, { ...picture, id: newId(), subject, seenBy: 'keepers', addedById: rosa.id }));
    const person = { id: rosa.id, name: 'Rosa', email: 'rosa@home.example', unitId: null };
    expect(await findPicture(read, { ...stranger, person }, HASH)).toEqual({ isPublic: false });
    expect(await findPicture(read, stranger, HASH)).toBe(undefined);
  });

  test('a picture that belongs to two records is seen as the more open one says, and goes with the last', async () => {
    const { read, write } = await open();
    const [hidden, shown] = [newId(), newId()];
    const draft = { kind: 'lesson', id: 'draft' } as const;
    await write(async (tx) => {
      await addPicture(tx, { ...picture, id: hidden, subject: { kind: 'look-alike', id: 'a' }, seenBy: 'keepers' });
      await addPicture(tx, { ...picture, id: shown, subject: draft, seenBy: 'staff' });
    });
    expect(await findPicture(read, stranger, HASH)).toBe(undefined);
    await write((tx) => showPictures(tx, draft, 'public'));
    expect(await findPicture(read, stranger, HASH)).toEqual({ isPublic: true });
    await write((tx) => removePicture(tx, shown));
    expect(await listKeptHashes(read, [HASH, 'cd'.repeat(32)])).toEqual([HASH]);
    expect(await findPicture(read, stranger, HASH)).toBe(undefined);
    expect(await findPicture(read, keeper, HASH)).toEqual({ isPublic: false });
  });
});
