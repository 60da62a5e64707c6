import { blogPlatforms } from './platform-list-blogs.ts';
import { contactPlatforms } from './platform-list-contact.ts';
import { offlinePlatforms } from './platform-list-offline.ts';
import { picturePlatforms } from './platform-list-pictures.ts';
import { retiredPlatforms } from './platform-list-retired.ts';
import { socialPlatforms } from './platform-list-social.ts';
import { webPlatforms } from './platform-list-web.ts';
import type { Platform } from './platform-rules.ts';

/** The platforms a new site starts with. From then on they are rows that an administrator may change. */
export const platformList: readonly Platform[] = [
  ...socialPlatforms,
  ...picturePlatforms,
  ...blogPlatforms,
  ...webPlatforms,
  ...contactPlatforms,
  ...offlinePlatforms,
  ...retiredPlatforms,
];
