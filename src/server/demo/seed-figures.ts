import { keepFigures } from '#domain/health/figure-commands.ts';
import { countStandings } from '#domain/health/figure-queries.ts';
import { FIGURE_KEYS, type FigureKey, type Figures, rollUp } from '#domain/health/figure-rules.ts';
import { listUnits } from '#domain/people/people-queries.ts';
import { dayOf, daysBefore } from './demo-calendar.ts';
import type { DemoRoom } from './demo-room.ts';

const NIGHTS = 365;
/** A fortnight in which the machine stood in a box: it moved to another building. */
const MOVED = { from: 142, to: 129 };
/** How many times of today's number there were a year ago: the register has grown, and is looked after better. */
const A_YEAR_AGO: Record<FigureKey, number> = {
  running: 0.78,
  withoutOwner: 2.4,
  withoutDeputy: 1.5,
  onOnePerson: 1.6,
  leftBehind: 1.8,
  overdue: 1.9,
};

/** A year of nightly figures that ends with what the register says today. */
export async function seedFigures({ tx, now, settings, chance }: DemoRoom) {
  const dayAgo = (days: number) => dayOf(daysBefore(now, days), settings.timeZone).toString();
  const sums = rollUp(await listUnits(tx), await countStandings(tx, dayAgo(0)));
  const nights = Array.from({ length: NIGHTS }, (_, at) => NIGHTS - at).filter(
    (days) => days > MOVED.from || days < MOVED.to,
  );
  const figures = nights.flatMap((days) =>
    sums.map(({ scopeId, figures }) => ({ scopeId, day: dayAgo(days), ...figuresAgo(figures, days) })),
  );
  await keepFigures(tx, figures, now);

  function figuresAgo(today: Figures, days: number): Figures {
    const stir = days % 11 === 0 ? chance.between(0, 1) : 0;
    const numbers = FIGURE_KEYS.map((key) => {
      const share = 1 + ((A_YEAR_AGO[key] - 1) * days) / NIGHTS;
      return [key, Math.round(today[key] * share) + (key === 'overdue' ? stir : 0)] as const;
    });
    return Object.fromEntries(numbers) as Figures;
  }
}
