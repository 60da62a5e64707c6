import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { policySchema, trainingSchema } from '#server/rulebook.ts';

/** The rules people agree to, one file a policy; what changed is said in plain words. */
const policy = defineCollection({
  loader: glob({ pattern: '*.md', base: 'content/policy' }),
  schema: policySchema,
});

/** How policies read before: `earlier/<policy>-<version>.md`. */
const earlierPolicy = defineCollection({
  loader: glob({ pattern: '*.md', base: 'content/policy/earlier' }),
  schema: policySchema.pick({ title: true, version: true, effectiveFrom: true, whatChanged: true }),
});

/** What owners, deputies and hosts learn, one file a module. */
const training = defineCollection({
  loader: glob({ pattern: '*.md', base: 'content/training' }),
  schema: trainingSchema,
});

/** What the site says about itself, checked by people before it is published. */
const help = defineCollection({
  loader: glob({ pattern: '*.md', base: 'content/help' }),
  schema: z.object({ title: z.string(), lead: z.string() }),
});

export const collections = { policy, earlierPolicy, training, help };
