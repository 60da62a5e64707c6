import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** The rules people agree to, one file a policy; what changed is said in plain words. */
const policy = defineCollection({
  loader: glob({ pattern: '*.md', base: 'content/policy' }),
  schema: z.object({
    title: z.string(),
    summary: z.string(),
    version: z.number(),
    effectiveFrom: z.iso.date(),
    reviewOn: z.iso.date(),
    whatChanged: z.string(),
    order: z.number(),
  }),
});

/** What the site says about itself, checked by people before it is published. */
const help = defineCollection({
  loader: glob({ pattern: '*.md', base: 'content/help' }),
  schema: z.object({ title: z.string(), lead: z.string() }),
});

export const collections = { policy, help };
