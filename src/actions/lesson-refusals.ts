import type { LessonNotSaved } from '#domain/lessons/lesson-commands.ts';
import { refusal } from '#server/guards.ts';

/** Why nothing was saved, in a sentence. */
export function notSaved({ kind }: LessonNotSaved) {
  switch (kind) {
    case 'no-such-lesson':
      return refusal('NOT_FOUND', 'This lesson is gone, or it is not yours to change.');
    case 'withdrawn-already':
      return refusal('GONE', 'This lesson has been withdrawn, so it can no longer be changed.');
    case 'not-your-circle':
      return refusal('FORBIDDEN', 'You can only write for people you are among. Choose who can read it again.');
    case 'already-published':
      return refusal('CONFLICT', 'This lesson has been published meanwhile. Open it again to change it.');
    case 'waits-already':
      return refusal(
        'CONFLICT',
        'This lesson waits to be published. Press “Publish lesson” to keep your changes in its place, or open it and take it back first.',
      );
    case 'changed-since':
      return refusal(
        'CONFLICT',
        'This lesson was saved meanwhile, by somebody else or in another window. No word of yours is lost: both texts are below. Read them through, then press the button again.',
      );
  }
}
