import { type ActionAPIContext, ActionError, defineAction } from 'astro:actions';
import type { z } from 'astro/zod';
import { newId } from '#server/chance.ts';
import { errorFacts, log } from '#server/log.ts';
import { currentSite, type Site } from '#server/site.ts';

/** Where the person goes after success: a local path, with a notice from `components/notices.ts`. */
export interface Done {
  to: string;
  notice?: string;
}

/** Nothing was changed: the page that holds the form shows this, with what the person typed. */
export interface Shown<Value> {
  shown: Value;
}

type Outcome = Done | Shown<unknown>;

interface Deed<Schema extends z.ZodType, Result extends Outcome> {
  /** Every field with its own sentence for wrong input: see `fields.ts`. */
  input: Schema;
  handler: (
    input: z.output<Schema>,
    context: ActionAPIContext,
    site: Site & { newId: () => string },
  ) => Promise<Result>;
}

/** Astro's own type for a handler, which it does not export. */
type Handler<Schema extends z.ZodType, Result> = Parameters<typeof defineAction<Result, 'form', Schema>>[0]['handler'];

/**
 * The one way to define an action: a plain form, and a neutral sentence with the request id when something breaks.
 * Astro sends an exception's own message to the client and logs nothing.
 */
export function guarded<Schema extends z.ZodType, Result extends Outcome>({ input, handler }: Deed<Schema, Result>) {
  const guardedHandler = async (values: z.output<Schema>, context: ActionAPIContext): Promise<Result> => {
    try {
      return await handler(values, context, { ...currentSite(), newId });
    } catch (error) {
      if (error instanceof ActionError) throw error;
      if (isNamed(error, 'MissingReference'))
        throw new ActionError({
          code: 'UNPROCESSABLE_CONTENT',
          message: 'Something you chose is not there any more. Please choose again.',
        });
      const { requestId } = context.locals;
      log({ event: 'action-failed', request: requestId, ...errorFacts(error) });
      if (isNamed(error, 'DatabaseProblem'))
        throw new ActionError({ code: 'SERVICE_UNAVAILABLE', message: error.message });
      throw new ActionError({
        code: 'INTERNAL_SERVER_ERROR',
        message: `Something went wrong on our side, and nothing was changed. Please try again. If it happens again, tell us this number: ${requestId}.`,
      });
    }
  };
  return defineAction({ accept: 'form', input, handler: guardedHandler as Handler<Schema, Result> });
}

/** By name: the entry point's `db/` and the built pages' have a copy of each class. */
const isNamed = (error: unknown, name: string): error is Error => error instanceof Error && error.name === name;
