import { z } from 'astro/zod';
import { findChannel } from '#domain/channels/channel-queries.ts';
import { listPlatforms } from '#domain/channels/platform-queries.ts';
import { askAbout } from '#domain/channels/verify-rules.ts';
import { addStep, reportLookAlike } from '#domain/look-alikes/look-alike-commands.ts';
import { STEPS } from '#domain/look-alikes/look-alike-rules.ts';
import { addPicture } from '#domain/pictures/picture-commands.ts';
import { localDay } from '#domain/time/date-words.ts';
import { refusal, requireKeeper } from '#server/guards.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { choice, line, longText, madeId, optionalEmail, optionalLine, optionalText } from './fields.ts';
import { guarded } from './guarded.ts';
import { limitMail } from './limited.ts';
import { optionalPicture, takePicture } from './picture-field.ts';
import { stationeryFor } from './rsvp-parts.ts';

const DONE = { to: '/verify', notice: 'look-alike-reported' };

export const lookAlikes = {
  /** Anybody tells of an account that pretends to be us. */
  report: guarded({
    input: z.object({
      id: madeId,
      link: line(2000, 'Paste the link of the account, or write its name and where you saw it'),
      imitates: optionalLine(300),
      words: longText(1000, 'Say what it does: what it asks for, what it shows'),
      answerTo: optionalEmail,
      picture: optionalPicture,
      pictureShows: optionalLine(300),
      /** A field that only a machine fills in. */
      trap: optionalLine(200),
    }),
    async handler({ picture, pictureShows, imitates, trap, ...report }, context, site) {
      const { now, viewer, site: facts } = context.locals;
      const slug = imitates.replace(/^.*\/channels\//, '').replace(/[/?#].*$/, '');
      const channel = slug ? await findChannel(site.read, viewer, slug, localDay(now, facts.zone)) : undefined;
      if (slug && !channel)
        throw wrongFields({ imitates: 'Paste the address of its page in our directory, or leave it empty' });
      if (trap) return DONE;
      await limitMail(context, 'look-alike', report.answerTo ?? context.locals.clientAddress);
      const file = picture && (await takePicture(site, 'picture', picture));
      const [linkKey = null] = askAbout(await listPlatforms(site.read), report.link).exact;
      const reportedById = viewer.person?.id ?? null;
      await site.write(async (tx) => {
        const whole = { ...report, linkKey, imitatesId: channel?.id ?? null, reportedById };
        const outcome = await reportLookAlike(tx, whole, stationeryFor(context), now);
        const subject = { kind: 'look-alike' as const, id: report.id };
        const shown = { alt: pictureShows || 'What somebody saw', seenBy: 'keepers' as const, addedById: reportedById };
        if (file && outcome.kind === 'reported')
          await addPicture(tx, { id: site.newId(), ...file, ...shown, subject, now });
      });
      return DONE;
    },
  }),

  /** A keeper says what was found or done. */
  addStep: guarded({
    input: z.object({
      id: madeId,
      lookAlikeId: madeId,
      kind: choice(STEPS, 'Choose what you found or did'),
      words: optionalText(1000),
    }),
    async handler(step, context, site) {
      const { person } = requireKeeper(context);
      const outcome = await site.write((tx) =>
        addStep(tx, { ...step, byId: person.id }, stationeryFor(context), context.locals.now),
      );
      if (outcome.kind !== 'noted') throw refusal('NOT_FOUND', 'This report is not here.');
      return { to: `/look-alikes/${step.lookAlikeId}`, notice: 'look-alike-noted' };
    },
  }),
};
