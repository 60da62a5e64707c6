import { expect, test } from 'vitest';
import { listHostTools } from '#components/host-tools.ts';

const textsOf = (stage: Parameters<typeof listHostTools>[0]['stage'], isClosed = false) =>
  listHostTools({ slug: 'tea', stage, isClosed, mayAnnounce: true }).flatMap(({ tools }) =>
    tools.map(({ text }) => text),
  );

test('before a meetup its hosts are not asked to close it, and afterwards not to cancel it or to open the door', () => {
  expect(textsOf('open')).toEqual(expect.arrayContaining(['Topics', 'Cancel it', 'At the door']));
  expect(textsOf('open')).not.toContain('Close it');
  expect(textsOf('over')).toEqual(expect.arrayContaining(['Notes', 'Close it', 'Type the sign-in sheet back']));
  for (const text of ['Topics', 'Cancel it', 'At the door', 'Tables']) expect(textsOf('over')).not.toContain(text);
});

test('a closing can be mended, and a meetup that was called off leads to another like it', () => {
  expect(textsOf('over', true)).toContain('Mend the closing');
  expect(textsOf('cancelled')).toContain('Announce another like it');
  expect(textsOf('cancelled')).not.toContain('Notes');
});

test('a host from a partner is not sent where only staff may go', () => {
  const asked = { slug: 'tea', stage: 'open', isClosed: false, mayAnnounce: false } as const;
  expect(listHostTools(asked).flatMap(({ tools }) => tools.map(({ text }) => text))).not.toContain(
    'Announce another like it',
  );
});
