import { z } from 'astro/zod';
import type { Tap, WalkIn } from '#domain/door/door-facts.ts';
import { doorHours, MOST_AT_DOOR } from '#domain/door/door-rules.ts';
import { findFacts } from '#domain/meetups/meetup-facts-queries.ts';
import { refusal, requireHost } from '#server/guards.ts';
import { pageNumber } from '#server/page-number.ts';
import { saveMarks } from './door.ts';
import { belongs, key, nameAtDoor, nameOr } from './door-fields.ts';
import { optionalNumber } from './fields.ts';
import { guarded } from './guarded.ts';
import { recordId } from './rsvp-parts.ts';

const MOST_LINES = 330;
const WRONG = `Enter how many came with each name, from 1 to ${MOST_AT_DOOR}, or leave it empty`;
const LONG = 'Type this sheet in two parts: it is too long for one form';
const lines = <Line extends z.ZodType>(line: Line) => z.array(line).max(MOST_LINES, LONG);

const sheet = z.object({
  meetupId: recordId,
  /** The same for the same form: sent twice it counts once. */
  sheetId: key,
  /** A line for each party that is printed: its id, how many were marked before, and by which tap. */
  seen: lines(z.string().max(250)),
  came: lines(key),
  size: lines(optionalNumber(1, MOST_AT_DOOR, WRONG)),
  /** A line for each that somebody could write on. */
  lineName: lines(nameAtDoor),
  lineSize: lines(optionalNumber(1, MOST_AT_DOOR, WRONG)),
  lineCircle: lines(belongs),
  /** The numbers of the lines of those who were here for the first time. */
  lineFirst: lines(z.string().max(9)),
});

type Sheet = z.output<typeof sheet>;
type Saying = (partyId: string, partySize: number, afterId: string | null) => Tap;

export const sheets = {
  /** The sign-in sheet that hung at the door, typed back. Lines that say what is known already change nothing. */
  typeBack: guarded({
    input: sheet,
    async handler(typed, context, site) {
      const { meetupId, sheetId } = typed;
      const facts = await findFacts(site.read, meetupId);
      if (!facts) throw refusal('NOT_FOUND', 'This meetup is not here any more. Look at the list of meetups.');
      requireHost(context, facts.meetup);
      const { closesAt } = doorHours(facts.meetup);
      const { now } = context.locals;
      const tappedAt = new Date(Math.min(now.getTime(), closesAt.getTime()));
      const say: Saying = (partyId, partySize, afterId) => ({
        id: `${sheetId}:${partyId}:${partySize}`,
        ...{ partyId, partySize, afterId, tappedAt },
      });
      const walkIns = readWalkIns(typed);
      const taps = [...readParties(typed, say), ...walkIns.map(({ walkIn, size }) => say(walkIn.id, size, null))];
      await saveMarks(context, site, { meetupId, taps, walkIns: walkIns.map(({ walkIn }) => walkIn) });
      const page = pageNumber(context.url);
      const typedBack = `/meetups/${facts.meetup.slug}/sign-in-sheet/typed`;
      return { to: page === 1 ? typedBack : `${typedBack}?page=${page}`, notice: 'sheet-typed' };
    },
  }),
};

const readParties = ({ seen, came, size }: Sheet, say: Saying): Tap[] =>
  seen.flatMap((line, at) => {
    const [id = '', before = '0', tap = ''] = line.split(' ');
    const here = came.includes(id) ? (size[at] ?? 1) : 0;
    return here === Number(before) ? [] : [say(id, here, tap || null)];
  });

const readWalkIns = ({
  sheetId,
  lineName,
  lineSize,
  lineCircle,
  lineFirst,
}: Sheet): { walkIn: WalkIn; size: number }[] =>
  lineName.flatMap((name, at) => {
    const size = lineSize[at] ?? null;
    if (!name && size === null) return [];
    const circle = lineCircle[at] ?? 'public';
    const number = String(at + 1);
    const isFirstTime = lineFirst.includes(number);
    const walkIn = { id: `${sheetId}:${number}`, name: nameOr(name, circle), circle, isFirstTime };
    return [{ walkIn, size: size ?? 1 }];
  });
