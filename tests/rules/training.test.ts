import { expect, test } from 'vitest';
import type { TrainingModule } from '#domain/training/rulebook-rules.ts';
import { expiryOf, isThroughGate, mark, sayMissing, standingFrom } from '#domain/training/training-rules.ts';
import { readRulebook } from '#server/rulebook.ts';

const wanted = { policies: [{ key: 'open', version: 2 }], modules: [{ key: 'a' }, { key: 'b' }] };
const stand = (agreed: Record<string, number>, trained: Record<string, string>) =>
  standingFrom(
    'p',
    { agreed: new Map(Object.entries(agreed)), trained: new Map(Object.entries(trained)) },
    wanted,
    '2026-11-26',
  );

test('whoever agreed to the policy in force and has valid training is through, until the first of it expires', () => {
  const through = stand({ open: 2 }, { a: '2027-05-01', b: '2026-11-26' });
  expect([isThroughGate(through), through.trainedUntil, sayMissing(through)]).toEqual([true, '2026-11-26', []]);
});

test('a new version asks only for what changed, expired training only to be renewed', () => {
  const older = stand({ open: 1 }, { a: '2027-05-01', b: '2026-11-25' });
  expect([isThroughGate(older), sayMissing(older)]).toEqual([
    false,
    ['read what changed in the policy', 'renew the training'],
  ]);
  expect(sayMissing(stand({}, {}))).toEqual(['read the policy', 'do the training']);
});

test('a record is valid for whole months, also from the end of one', () => {
  expect(expiryOf({ validMonths: 24 }, '2024-02-29')).toBe('2026-02-28');
});

test('answers are marked, and each wrong one is explained', () => {
  const question = { ask: '?', options: ['x', 'y'], right: 1, because: 'Since.' };
  const module = { questions: [question, question, question], passMark: 2 } as unknown as TrainingModule;
  expect(mark(module, [1, 0, 1])).toEqual({ right: 2, isPassed: true, wrong: new Map([[1, '“y”. Since.']]) });
  expect(mark(module, [null, 5, 1]).isPassed).toBe(false);
});

test('the policies and modules of this site can be read, and every question has a right answer', () => {
  const { policies, modules } = readRulebook();
  expect(policies.filter(({ needsAgreement }) => needsAgreement).map(({ key }) => key)).toEqual(['open-channels']);
  expect(modules.length).toBeGreaterThanOrEqual(3);
  for (const { questions, passMark } of modules) {
    expect(questions.length).toBeGreaterThanOrEqual(passMark);
    for (const { options, right } of questions) expect(options[right]).toBeTruthy();
  }
});
