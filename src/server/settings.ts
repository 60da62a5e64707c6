import { z } from 'astro/zod';
import { isZone } from '#domain/meetups/meetup-time-rules.ts';
import { NATIONS, type Nation } from '#domain/series/holiday-rules.ts';
import { isNetwork } from './http/client-address.ts';

/** A mistake that an operator can mend, in one sentence that says what to do. */
export class SettingsProblem extends Error {
  override name = 'SettingsProblem';
}

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
  );
const domains = list.refine((all) => all.every((domain) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain)), {
  error: 'must be mail domains such as council.example, separated by commas.',
});
const networks = list.refine((all) => all.every(isNetwork), {
  error: 'must be addresses or networks such as 10.0.0.5 or 10.0.0.0/8, separated by commas.',
});

const siteUrl = z
  .string()
  .optional()
  .transform((text, context) => {
    if (!text) return undefined;
    const url = URL.parse(text);
    if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.username) return url;
    context.addIssue({
      code: 'custom',
      message: 'must be an address without a path, such as https://teacake.council.example.',
    });
    return z.NEVER;
  });

const onOrOff = z.enum(['on', 'off'], { error: 'must be on or off.' }).default('off');

/** Every setting, in the order of the README's table. Values come from the environment or `.env` at run time. */
export const SETTINGS = {
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number({ error: 'must be a number.' })
    .int('must be a whole number.')
    .min(0, 'must be a port from 1 to 65535.')
    .max(65535, 'must be a port from 1 to 65535.')
    .default(4321),
  SITE_URL: siteUrl,
  PROXIES: networks,
  DATABASE_URL: z.string().default('file:data/teacake.db'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/./, 'must look like smtp://user:password@mail.council.example:587.')
    .optional(),
  MAIL_FROM: z.string().regex(/@/, 'must hold a mail address, such as Teacake <teacake@council.example>.').optional(),
  ORGANISATION_NAME: z.string().trim().min(1).max(80, 'must be at most 80 characters.').default('Sandford Council'),
  STAFF_DOMAINS: domains,
  PARTNER_DOMAINS: domains,
  PHONE: z
    .string()
    .regex(/^[0-9+ ()-]{3,30}$/, 'must be a phone number, such as 01234 567890.')
    .optional(),
  TIME_ZONE: z.string().refine(isZone, 'must be an IANA time zone such as Europe/London.').default('Europe/London'),
  BANK_HOLIDAYS: z
    .enum([...NATIONS, 'none'], { error: `must be ${NATIONS.join(', ')} or none.` })
    .default('england-and-wales'),
  BANK_HOLIDAYS_FILE: z.string().default('content/bank-holidays/bank-holidays.json'),
  FEED_HUB: z
    .url({ protocol: /^https?$/, error: 'must be the address of a WebSub hub, such as https://hub.example/.' })
    .optional(),
  LINK_CHECK: onOrOff,
  WEBMENTION: onOrOff,
} as const;

const schema = z.object(SETTINGS);

export interface Settings {
  host: string;
  port: number;
  /** Undefined in the demo. */
  siteUrl: URL | undefined;
  /** Where proxies stand on other machines: addresses and networks. */
  proxies: readonly string[];
  databaseUrl: string;
  /** Undefined in the demo: letters stay in the outbox and are read at `/outbox`. */
  smtpUrl: string | undefined;
  mailFrom: string;
  organisationName: string;
  staffDomains: readonly string[];
  partnerDomains: readonly string[];
  /** Whom to ring to come to a meetup or to change something; empty when there is no such number. */
  phone: string;
  timeZone: string;
  bankHolidays: Nation | 'none';
  bankHolidaysFile: string;
  /** Where feed readers can ask to be told of news (WebSub); undefined when there is no such place. */
  feedHub: string | undefined;
  /** Whether the site asks other sites if the links of channels still lead there. */
  checksLinks: boolean;
  /** Whether other sites may tell that they speak of our pages, and are told that ours speak of theirs. */
  takesWebmentions: boolean;
  isDemo: boolean;
}

/**
 * Reads and checks the settings.
 *
 * @throws SettingsProblem naming the first setting that is wrong.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  refuseUnknown(environment);
  const given = Object.fromEntries(Object.keys(SETTINGS).map((name) => [name, environment[name] || undefined]));
  const parsed = schema.safeParse(given);
  const issue = parsed.error?.issues[0];
  if (!parsed.success) throw new SettingsProblem(`${issue?.path.join('.')} ${issue?.message ?? 'is wrong.'}`);
  const read = parsed.data;
  const { BANK_HOLIDAYS: bankHolidays, BANK_HOLIDAYS_FILE: bankHolidaysFile } = read;
  const calendar = { timeZone: read.TIME_ZONE, bankHolidays, bankHolidaysFile };
  if (!read.SITE_URL) return demoSettings(read.HOST, read.PORT, calendar, environment);
  if (!read.SMTP_URL)
    throw new SettingsProblem(
      'SMTP_URL is missing: without a mail server nobody can sign in. Set it, or unset SITE_URL to see the demo.',
    );
  return {
    host: read.HOST,
    port: read.PORT,
    siteUrl: read.SITE_URL,
    proxies: read.PROXIES,
    databaseUrl: read.DATABASE_URL,
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM ?? `Teacake <teacake@${read.SITE_URL.hostname}>`,
    organisationName: read.ORGANISATION_NAME,
    staffDomains: read.STAFF_DOMAINS,
    partnerDomains: read.PARTNER_DOMAINS,
    phone: read.PHONE ?? '',
    ...calendar,
    feedHub: read.FEED_HUB,
    checksLinks: read.LINK_CHECK === 'on',
    takesWebmentions: read.WEBMENTION === 'on',
    isDemo: false,
  };
}

/** The demo has a file, an organisation and domains of its own, so that it can never become the real thing. */
function demoSettings(
  host: string,
  port: number,
  calendar: Pick<Settings, 'timeZone' | 'bankHolidays' | 'bankHolidaysFile'>,
  environment: Record<string, string | undefined>,
): Settings {
  if (!LOOPBACK.includes(host))
    throw new SettingsProblem(
      `HOST is ${host}, which other machines can reach: set SITE_URL to the address people will use, or use 127.0.0.1 for the demo.`,
    );
  for (const name of ['DATABASE_URL', 'SMTP_URL'])
    if (environment[name])
      throw new SettingsProblem(
        `${name} is set but SITE_URL is not: set SITE_URL to run for real, or unset ${name} to see the demo.`,
      );
  return {
    host,
    port,
    siteUrl: undefined,
    proxies: [],
    databaseUrl: 'file:data/demo.db',
    smtpUrl: undefined,
    mailFrom: 'Teacake <teacake@sandford.example>',
    organisationName: 'Sandford Council',
    staffDomains: ['sandford.example'],
    partnerDomains: [],
    phone: '01632 960 100',
    ...calendar,
    feedHub: undefined,
    checksLinks: false,
    takesWebmentions: false,
    isDemo: true,
  };
}

function refuseUnknown(environment: Record<string, string | undefined>) {
  const unknown = Object.keys(environment).find((name) => name.startsWith('TEACAKE_'));
  if (!unknown) return;
  const meant = unknown.slice('TEACAKE_'.length);
  const hint = meant in SETTINGS ? `Did you mean ${meant}?` : `The settings are ${Object.keys(SETTINGS).join(', ')}.`;
  throw new SettingsProblem(`There is no setting ${unknown}. ${hint}`);
}
