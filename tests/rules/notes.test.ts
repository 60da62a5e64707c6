import { expect, test } from 'vitest';
import { seededFractions } from '#domain/chance/chance-rules.ts';
import { mergeWords } from '#domain/notes/merge-rules.ts';
import { mayTakeNotes, type NoteDesk } from '#domain/notes/note-rules.ts';
import { STRANGER } from '#domain/people/viewer.ts';
import { viewerIn } from '#tests/support/viewers.ts';

test('two who add a line each to the same notes keep both, the saved one first', () => {
  expect(mergeWords('Tea.', 'Tea.\nMine.', 'Tea.\nTheirs.')).toBe('Tea.\nTheirs.\nMine.');
  expect(mergeWords('', 'Mine.', 'Theirs.')).toBe('Theirs.\nMine.');
});

test('changes at different places both stand', () => {
  expect(mergeWords('one\ntwo\nthree', 'ONE\ntwo\nthree', 'one\ntwo\nTHREE')).toBe('ONE\ntwo\nTHREE');
  expect(mergeWords('one\ntwo\nthree', 'one\nthree', 'one\ntwo\nthree\nfour')).toBe('one\nthree\nfour');
});

test('where both changed the same line, both lines stand', () => {
  expect(mergeWords('tea', 'tea is good', 'tea is bad')).toBe('tea is bad\ntea is good');
  expect(mergeWords('a\ntea\nz', 'a\ntea is good\nz', 'a\ntea is bad\nz')).toBe('a\ntea is bad\ntea is good\nz');
});

test('the same words are not doubled', () => {
  expect(mergeWords('', 'Same.', 'Same.')).toBe('Same.');
  expect(mergeWords('', 'Same. And more.', 'Same.')).toBe('Same. And more.');
  expect(mergeWords('x', 'Same.', 'Same. And more.')).toBe('Same. And more.');
});

test('whatever two people do to a text, no line that either of them wrote is lost', () => {
  const chance = seededFractions(7);
  const pick = (most: number) => Math.floor(chance() * most);
  for (let round = 0; round < 2000; round++) {
    const before = Array.from({ length: pick(6) }, (_, at) => `line ${at}`);
    const change = (who: string) => {
      const lines = [...before];
      for (let n = pick(4); n > 0; n--) lines.splice(pick(lines.length + 1), pick(2), `${who} ${round} ${n}`);
      return lines;
    };
    const [mine, theirs] = [change('mine'), change('theirs')];
    const merged = mergeWords(before.join('\n'), mine.join('\n'), theirs.join('\n')).split('\n');
    for (const line of [...mine, ...theirs].filter((text) => !before.includes(text))) expect(merged).toContain(line);
  }
});

const desk = (facts: Partial<NoteDesk> = {}): NoteDesk => ({
  meetup: { hostId: 'ann', secondHostId: null },
  cancelledAt: null,
  publishedAt: null,
  helperIds: ['lea'],
  isComing: false,
  ...facts,
});

test('hosts, leads, note-takers and colleagues who are there write the notes, and nobody else', () => {
  expect(mayTakeNotes(viewerIn('staff', 'ann'), desk())).toBe(true);
  expect(mayTakeNotes(viewerIn('public', 'lea'), desk())).toBe(true);
  expect(mayTakeNotes(viewerIn('staff', 'sam'), desk({ isComing: true }))).toBe(true);
  expect(mayTakeNotes(viewerIn('staff', 'sam'), desk())).toBe(false);
  expect(mayTakeNotes(viewerIn('public', 'rosa'), desk({ isComing: true }))).toBe(false);
  expect(mayTakeNotes(STRANGER, desk({ isComing: true }))).toBe(false);
});

test('once the notes are published only the hosts change them, and a meetup that was called off has none', () => {
  expect(mayTakeNotes(viewerIn('public', 'lea'), desk({ publishedAt: new Date(0) }))).toBe(false);
  expect(mayTakeNotes(viewerIn('staff', 'ann'), desk({ publishedAt: new Date(0) }))).toBe(true);
  expect(mayTakeNotes(viewerIn('staff', 'ann'), desk({ cancelledAt: new Date(0) }))).toBe(false);
});
