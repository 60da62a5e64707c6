import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

const file = new URL('../fixtures/us-digital-registry/accounts-sample.csv', import.meta.url);

/** Real rows of a public register of channels, mistakes included. */
export function registrySample(): { service_key: string; service_url: string }[] {
  return parse(readFileSync(file), { columns: true });
}
