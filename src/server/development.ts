import { readSettings } from './settings.ts';
import { openSite } from './site.ts';

let opening: Promise<unknown> | undefined;

/** `astro dev` has no entry point of ours: the first request opens the site. */
export async function openDevelopmentSite() {
  opening ??= openSite(readSettings(process.env));
  await opening;
}
