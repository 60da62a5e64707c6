import { expect, test } from 'vitest';
import { readSettings } from '#server/settings.ts';

const REAL = { SITE_URL: 'https://teacake.council.example', SMTP_URL: 'smtp://mail.council.example' };

test('without settings it is a demo on this machine, in a file of its own', () => {
  expect(readSettings({})).toMatchObject({
    isDemo: true,
    host: '127.0.0.1',
    port: 4321,
    databaseUrl: 'file:data/demo.db',
    timeZone: 'Europe/London',
  });
});

test('with SITE_URL it is never a demo', () => {
  expect(readSettings({ ...REAL, HOST: '0.0.0.0', STAFF_DOMAINS: 'Council.example, police.example' })).toMatchObject({
    isDemo: false,
    databaseUrl: 'file:data/teacake.db',
    staffDomains: ['council.example', 'police.example'],
    mailFrom: 'Teacake <teacake@teacake.council.example>',
  });
});

test('each mistake is one sentence that names the setting and says what to do', () => {
  const sentence = (environment: Record<string, string>): string | undefined => {
    try {
      readSettings(environment);
    } catch (error) {
      return (error as Error).message;
    }
    return undefined;
  };
  expect(sentence({ HOST: '0.0.0.0' })).toBe(
    'HOST is 0.0.0.0, which other machines can reach: set SITE_URL to the address people will use, or use 127.0.0.1 for the demo.',
  );
  expect(sentence({ TEACAKE_PORT: '80' })).toBe('There is no setting TEACAKE_PORT. Did you mean PORT?');
  expect(sentence({ TEACAKE_COLOUR: 'red' })).toContain(
    'There is no setting TEACAKE_COLOUR. The settings are HOST, PORT,',
  );
  expect(sentence({ PORT: 'http' })).toBe('PORT must be a number.');
  expect(sentence({ PORT: '70000' })).toBe('PORT must be a port from 1 to 65535.');
  expect(sentence({ SITE_URL: 'teacake.example/path' })).toContain('SITE_URL must be an address without a path');
  expect(sentence({ SITE_URL: 'https://x.example' })).toContain('SMTP_URL is missing');
  expect(sentence({ ...REAL, SMTP_URL: 'mail.example' })).toContain('SMTP_URL must look like');
  expect(sentence({ ...REAL, TIME_ZONE: 'GMT+1' })).toContain('TIME_ZONE must be an IANA time zone');
  expect(sentence({ ...REAL, STAFF_DOMAINS: '@council' })).toContain('STAFF_DOMAINS must be mail domains');
  expect(sentence({ DATABASE_URL: 'file:x.db' })).toContain('DATABASE_URL is set but SITE_URL is not');
});
