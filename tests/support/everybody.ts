import { copyDemo } from './demo.ts';
import { openTestSite, STAFF_DOMAIN } from './site.ts';
import { type Page, Visitor } from './visit.ts';

/** A real site that holds what the demo holds, and one visitor of each kind. */
export async function openFilledTown(settings: Record<string, string> = {}) {
  const STAFF_DOMAINS = `${STAFF_DOMAIN}, sandford.example`;
  const town = await openTestSite({ STAFF_DOMAINS, DATABASE_URL: await copyDemo(), ...settings });
  const people: Record<string, Visitor> = {
    stranger: new Visitor(town.url),
    resident: await town.signedIn('rosa@home.example'),
    partner: await town.signedIn('pat@trust.example'),
    librarian: await town.signedIn('lena@sandford.example'),
    keeper: await town.signedIn('kofi@sandford.example', { roles: ['keeper'] }),
    admin: await town.signedIn('ada@sandford.example', { roles: ['admin', 'keeper'] }),
  };
  return { town, people };
}

/** The places on this and other pages that a page links to. */
export const jumpsOf = ({ html }: Page, path: string): string[] =>
  html
    .querySelectorAll('a[href*="#"]')
    .map((link) => link.getAttribute('href') ?? '')
    .map((href) => (href.startsWith('#') ? path + href : href))
    .filter((href) => href.startsWith('/') && !href.endsWith('#'));

/** The local addresses that a page links to, without fragments. */
export function linksOf({ html }: Page): string[] {
  const hrefs = html.querySelectorAll('a[href]').map((link) => link.getAttribute('href')?.split('#')[0] ?? '');
  return [...new Set(hrefs.filter((href) => href.startsWith('/')))];
}
