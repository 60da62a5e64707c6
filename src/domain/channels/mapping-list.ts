import { type Mapping, readMapping } from './mapping-rules.ts';
import usDigitalRegistry from './mappings/us-digital-registry.json' with { type: 'json' };

/** The registers whose files we know, by the name one asks for them. */
export const MAPPINGS: Readonly<Record<string, Mapping>> = { 'us-digital-registry': known(usDigitalRegistry) };

function known(json: unknown): Mapping {
  const mapping = readMapping(json);
  if (typeof mapping === 'string') throw new Error(mapping);
  return mapping;
}
