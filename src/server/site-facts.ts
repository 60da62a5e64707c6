import type { Site } from './site.ts';

/** What pages may know of the site they are part of. */
export interface SiteFacts {
  /** The organisation's name. */
  name: string;
  /** The origin people use, without a slash at the end. */
  url: string;
  /** The IANA zone for new records and for instants on pages. */
  zone: string;
  /** The number to ring; empty when there is none. */
  phone: string;
  isDemo: boolean;
  /** Whether other sites may tell that they speak of our pages. */
  takesWebmentions: boolean;
}

/** `requestOrigin` is used in the demo only, where the front server lets through loopback hosts alone. */
export const siteFacts = ({ settings }: Site, requestOrigin: string): SiteFacts => ({
  name: settings.organisationName,
  url: settings.siteUrl?.origin ?? requestOrigin,
  zone: settings.timeZone,
  phone: settings.phone,
  isDemo: settings.isDemo,
  takesWebmentions: settings.takesWebmentions,
});
