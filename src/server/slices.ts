import { setImmediate } from 'node:timers/promises';

/** An answer made of parts; after each, others have their turn in this process. */
export function slicedAnswer(parts: AsyncGenerator<string>, headers: Record<string, string>): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(value));
      await setImmediate();
    },
    cancel: () => parts.return(undefined).then(() => undefined),
  });
  return new Response(body, { headers });
}
