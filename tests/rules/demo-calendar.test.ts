import { expect, test } from 'vitest';
import { cafeDay, daysAfter } from '#server/demo/demo-calendar.ts';
import { tidy } from '#server/demo/demo-rows.ts';

const LONDON = 'Europe/London';

test('the café is on the third Wednesday of every second month', () => {
  const days = [-2, -1, 1, 2].map((turn) => cafeDay(turn, new Date('2026-12-03T10:00:00Z'), LONDON).toString());
  expect(days).toEqual(['2026-08-19', '2026-10-21', '2026-12-16', '2027-02-17']);
});

test('on whatever day the demo is started, the next café is three days to five weeks and a bit ahead, and the last one is over', () => {
  const start = new Date('2026-01-01T23:30:00Z');
  const days = Array.from({ length: 800 }, (_, day) => daysAfter(start, day));
  const wrong = days.filter((now) => {
    const next = (Date.parse(`${cafeDay(1, now, LONDON)}T10:00:00Z`) - now.getTime()) / 86_400_000;
    const last = (Date.parse(`${cafeDay(-1, now, LONDON)}T12:00:00Z`) - now.getTime()) / 86_400_000;
    return next < 2 || next > 40 || last > -14;
  });
  expect(wrong).toEqual([]);
});

test('a text from an indented template keeps its paragraphs and lists, and nothing else of its shape', () => {
  const text = `
      We tried
      it twice:

      - once
        by day
      - once by night

      It **worked**.`;
  expect(tidy(text)).toBe('We tried it twice:\n\n- once by day\n- once by night\n\nIt **worked**.');
});
