import { z } from 'astro/zod';
import { PARTS } from '#domain/lessons/lesson-rules.ts';
import {
  addLessonPicture,
  findPictureRefusal,
  type NoPicture,
  removeLessonPicture,
} from '#domain/pictures/lesson-picture-commands.ts';
import { MOST_PICTURES, markdownOf } from '#domain/pictures/picture-rules.ts';
import { refusal, requireMember } from '#server/guards.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { choice, line, madeId, optionalLine, optionalText, tick } from './fields.ts';
import { guarded } from './guarded.ts';
import { limitPictures } from './limited.ts';
import { requiredPicture, takePicture } from './picture-field.ts';

export const pictures = {
  /** Adds a picture to a lesson that somebody writes, saved yet or not, and says what its text needs to show it. */
  add: guarded({
    input: z.object({
      lessonId: madeId,
      pictureId: madeId,
      picture: requiredPicture,
      pictureAlt: line(300, 'Say what it shows, for those who do not see it'),
      pictureCredit: optionalLine(120),
      pictureLicence: optionalLine(120),
      hasPeople: tick,
      pictureConsent: optionalText(500),
      pictureInto: choice(PARTS, 'Choose where it goes'),
    }),
    async handler(input, context, site) {
      const member = requireMember(context);
      if (input.hasPeople && !input.pictureConsent)
        throw wrongFields({ pictureConsent: 'Say who of them agreed to be shown, and how' });
      const refused = await findPictureRefusal(site.read, member, input.lessonId);
      if (refused) throw notAdded(refused);
      await limitPictures(context, member.person.id);
      const file = await takePicture(site, 'picture', input.picture);
      const { pictureId: id, lessonId, pictureAlt: alt, pictureCredit: credit, pictureLicence: licence } = input;
      const picture = { id, lessonId, alt, credit, licence, consent: input.pictureConsent, now: context.locals.now };
      const outcome = await site.write((tx) => addLessonPicture(tx, member, { ...picture, ...file }));
      if (outcome.kind !== 'added') throw notAdded(outcome);
      return { shown: { id, markdown: markdownOf({ id, alt }), into: input.pictureInto } };
    },
  }),

  /** Takes a picture out of a lesson for good: somebody in it has changed their mind. */
  remove: guarded({
    input: z.object({ lessonId: madeId, removedPictureId: madeId }),
    async handler({ lessonId, removedPictureId: id }, context, site) {
      const member = requireMember(context);
      const outcome = await site.write((tx) => removeLessonPicture(tx, member, { lessonId, id }));
      if (outcome.kind === 'no-such-lesson') throw notAdded({ kind: outcome.kind });
      if (outcome.kind === 'still-shown')
        throw refusal('CONFLICT', 'The lesson still shows this picture. Take its line out and save, then remove it.');
      return { shown: { removed: id } };
    },
  }),
};

/** Why it was not added, in a sentence. */
function notAdded({ kind }: NoPicture) {
  switch (kind) {
    case 'no-such-lesson':
      return refusal('NOT_FOUND', 'This lesson is gone, or it is not yours to change.');
    case 'withdrawn-already':
      return refusal('GONE', 'This lesson has been withdrawn, so it can no longer be changed.');
    case 'too-many':
      return refusal('CONFLICT', `A lesson can have ${MOST_PICTURES} pictures, and this one has them.`);
  }
}
