import type { ActionAPIContext } from 'astro:actions';
import { z } from 'astro/zod';
import { markArrivals } from '#domain/door/door-commands.ts';
import type { Tap, WalkIn } from '#domain/door/door-facts.ts';
import { sayClosed } from '#domain/door/door-words.ts';
import { refusal, requireMember } from '#server/guards.ts';
import type { Site } from '#server/site.ts';
import { belongs, heads, keptTaps, key, nameAtDoor, nameOr, optionalKey } from './door-fields.ts';
import { tick } from './fields.ts';
import { guarded } from './guarded.ts';
import { recordId } from './rsvp-parts.ts';

/** Who came: the command knows who may say so. */
export const door = {
  /** One tap: they came, more or fewer of them came, or they were not here after all. */
  mark: guarded({
    input: z.object({ meetupId: recordId, tapId: key, partyId: key, afterId: optionalKey, partySize: heads }),
    async handler({ meetupId, tapId, ...facts }, context, site) {
      requireMember(context);
      const tap = { ...facts, id: tapId, tappedAt: context.locals.now };
      const slug = await saveMarks(context, site, { meetupId, taps: [tap], walkIns: [] });
      return { to: `/meetups/${slug}/door#party-${tap.partyId}` };
    },
  }),

  /** Somebody who is not on the list. */
  walkIn: guarded({
    input: z.object({
      ...{ meetupId: recordId, tapId: key, partyId: key },
      ...{ name: nameAtDoor, circle: belongs, isFirstTime: tick },
    }),
    async handler({ meetupId, tapId, partyId, name, circle, isFirstTime }, context, site) {
      requireMember(context);
      const tap = { id: tapId, partyId, partySize: 1, afterId: null, tappedAt: context.locals.now };
      const walkIn = { id: partyId, name: nameOr(name, circle), circle, isFirstTime };
      const slug = await saveMarks(context, site, { meetupId, taps: [tap], walkIns: [walkIn] });
      return { to: `/meetups/${slug}/door#party-${partyId}` };
    },
  }),

  /** All that a phone kept while it had no wifi; it is led to what the door says now. */
  replay: guarded({
    input: z.object({ meetupId: recordId, taps: keptTaps }),
    async handler({ meetupId, taps }, context, site) {
      requireMember(context);
      const walkIns = taps.flatMap(({ partyId, walkIn }) =>
        walkIn ? { ...walkIn, id: partyId, name: nameOr(walkIn.name, walkIn.circle) } : [],
      );
      const slug = await saveMarks(context, site, {
        ...{ meetupId, walkIns },
        taps: taps.map(({ walkIn: _, ...tap }) => tap),
      });
      return { to: `/meetups/${slug}/door.json` };
    },
  }),
};

interface Marks {
  meetupId: string;
  taps: Tap[];
  walkIns: WalkIn[];
}

/** @returns the slug of the meetup. @throws a refusal in a sentence. */
export async function saveMarks(context: ActionAPIContext, { write }: Pick<Site, 'write'>, marks: Marks) {
  const host = requireMember(context);
  const outcome = await write((tx) => markArrivals(tx, marks, host, context.locals.now));
  switch (outcome.kind) {
    case 'marked':
      return outcome.slug;
    case 'closed':
      throw refusal('CONFLICT', sayClosed(outcome.stage));
    case 'not-yours':
      throw refusal('FORBIDDEN', 'Only the hosts of this meetup mark who came. Ask one of them, or an admin.');
    case 'no-such-meetup':
      throw refusal('NOT_FOUND', 'This meetup is not here any more. Look at the list of meetups.');
  }
}
