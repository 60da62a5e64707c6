import { and, eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';

/** Keeps newly rendered HTML beside a description that has not changed since it was read; `updatedAt` tells. */
export async function keepDescriptionHtml(
  tx: Writer,
  { id, updatedAt, html, rendererVersion }: Rendered & { id: string; updatedAt: Date },
) {
  const { meetups } = tx.tables;
  await tx
    .update(meetups)
    .set({ descriptionHtml: html.description, rendererVersion })
    .where(and(eq(meetups.id, id), eq(meetups.updatedAt, updatedAt)));
}

interface Rendered {
  html: { description: string };
  rendererVersion: number;
}
