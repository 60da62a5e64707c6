import type { APIContext } from 'astro';
import type { z } from 'astro/zod';
import type { Scope } from '#domain/programs/token-rules.ts';
import { apiProblem } from './problems.ts';

/** Reads the parameters of a question as their shape says; what is wrong with them is the answer. */
export function readQuestion<Shape extends z.ZodObject>(
  { searchParams }: URL,
  shape: Shape,
): z.output<Shape> | Response {
  const asked = Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const all = searchParams.getAll(name);
      return [name, isList(shape, name) ? all : all.length > 1 ? all : all[0]];
    }),
  );
  return checked(shape.safeParse(asked), 'Mend these parameters.');
}

/** The same for a body in JSON; an empty one says nothing. */
export async function readBody<Shape extends z.ZodObject>(
  request: Request,
  shape: Shape,
): Promise<z.output<Shape> | Response> {
  const text = await request.text();
  const value = parse(text || '{}');
  if (value === undefined || text.includes('\\u0000'))
    return apiProblem('wrong-question', 'The body is not JSON that we can read.');
  return checked(shape.safeParse(value), 'Mend these fields.');
}

/** The answer to a token that may not do this. Whoever comes without one is asked by each query what they may see. */
export function lacksScope({ locals }: Pick<APIContext, 'locals'>, scope: Scope): Response | undefined {
  if (locals.scopes?.includes(scope)) return undefined;
  if (!locals.scopes)
    return apiProblem('unknown-token', `This needs a token with the scope ${scope}.`, {
      headers: { 'www-authenticate': 'Bearer' },
    });
  return apiProblem('not-allowed', `This needs a token with the scope ${scope}.`, {
    headers: { 'www-authenticate': `Bearer error="insufficient_scope", scope="${scope}"` },
  });
}

/** The same for what anybody may read: a token that is shown must be one for reading. */
export const mayNotRead = (
  context: Pick<APIContext, 'locals'>,
  scope: Scope = 'channels:read',
): Response | undefined => (context.locals.scopes ? lacksScope(context, scope) : undefined);

function checked<Value>(
  { data, error }: { data?: Value | undefined; error?: z.ZodError | undefined },
  detail: string,
): Value | Response {
  if (!error) return data as Value;
  const errors = error.issues.map((issue) => ({
    name: issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path.join('.'),
    detail: issue.code === 'unrecognized_keys' ? 'There is no such thing here.' : issue.message,
  }));
  return apiProblem('wrong-question', detail, { errors });
}

const isList = ({ shape }: z.ZodObject, name: string): boolean => {
  const field = (shape as Record<string, z.ZodType>)[name];
  return field !== undefined && !field.safeParse('x').success && field.safeParse([]).success;
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
