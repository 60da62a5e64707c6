import { MOST_PICTURE_BYTES } from '#domain/pictures/picture-rules.ts';
import type { BodyLimit } from '../http/request-body.ts';

/** The fields beside a picture. */
const WORDS_BYTES = 100_000;

/** Where forms may carry a picture. A page whose form takes one is added here, and nowhere else. */
const PATHS: RegExp[] = [/^\/look-alikes\/new$/, /^\/lessons\/(?:new|[^/]+\/edit)$/, /^\/pictures$/];

export const PICTURE_FORMS: BodyLimit[] = PATHS.map((path) => ({ path, bytes: MOST_PICTURE_BYTES + WORDS_BYTES }));
