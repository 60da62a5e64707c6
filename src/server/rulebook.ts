import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { ROLES, type Rulebook } from '#domain/training/rulebook-rules.ts';
import { readFrontMatter } from './front-matter.ts';

const question = z
  .object({
    ask: z.string(),
    options: z.array(z.string()).min(2),
    /** Counted from 1, as people count. */
    right: z.number().int().min(1),
    because: z.string(),
  })
  .refine(({ options, right }) => right <= options.length, 'The right one must be among the options.');

/** What the front matter of `content/policy/*.md` holds. */
export const policySchema = z.object({
  title: z.string(),
  summary: z.string(),
  version: z.number(),
  effectiveFrom: z.iso.date(),
  reviewOn: z.iso.date(),
  /** Never empty: it is all that somebody has to read again. */
  whatChanged: z.string().min(1),
  needsAgreement: z.boolean().default(false),
  order: z.number(),
});

/** What the front matter of `content/training/*.md` holds. */
export const trainingSchema = z.object({
  title: z.string(),
  summary: z.string(),
  version: z.number(),
  minutes: z.number(),
  format: z.enum(['read', 'watch', 'session']),
  validMonths: z.number().default(24),
  requiredFor: z.array(z.enum(ROLES)).default([]),
  passMark: z.number().default(0),
  questions: z.array(question).default([]),
  order: z.number(),
});

/** The policies and modules in `content/`, read once at start: what pages show of them was rendered when the site was built. */
export function readRulebook(folder = join(process.cwd(), 'content')): Rulebook {
  const policies = frontMatters(join(folder, 'policy')).map(({ key, facts }) => {
    const { title, version, effectiveFrom, whatChanged, needsAgreement } = policySchema.parse(facts);
    return { key, title, version, effectiveFrom, whatChanged, needsAgreement };
  });
  const modules = frontMatters(join(folder, 'training')).map(({ key, facts }) => {
    const { questions, ...module } = trainingSchema.parse(facts);
    return { key, ...module, questions: questions.map(({ right, ...rest }) => ({ ...rest, right: right - 1 })) };
  });
  return { policies, modules: modules.sort((one, other) => one.order - other.order) };
}

const frontMatters = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({
      key: name.slice(0, -'.md'.length),
      facts: readFrontMatter(readFileSync(join(folder, name), 'utf8')).facts,
    }));
