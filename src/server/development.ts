import { seedDemo } from './demo/seed-demo.ts';
import { readSettings } from './settings.ts';
import { openSite } from './site.ts';

let opening: Promise<unknown> | undefined;

/** `astro dev` has no entry point of ours: the first request opens the site. */
export async function openDevelopmentSite() {
  opening ??= open();
  await opening;
}

async function open() {
  const site = await openSite(readSettings(process.env));
  if (site.settings.isDemo) await seedDemo(site, site.clock());
}
