import type { RenderOptions } from '#server/markdown.ts';
import { renderAll } from '#server/render-all.ts';
import type { Site } from '#server/site.ts';
import { unprocessableFields } from '#server/wrong-fields.ts';

/**
 * Renders the Markdown fields of a form, before `write`: `{ happened: 'We *tried*' }` becomes `{ happened: '<p>We …' }`.
 *
 * @throws the renderer's sentence beside each field that it refused (422).
 */
export async function renderFields<Name extends string>(
  { markdown }: Pick<Site, 'markdown'>,
  sources: Record<Name, string>,
  options: RenderOptions,
): Promise<Record<Name, string>> {
  const { html, refusals } = await renderAll(markdown, sources, options);
  if (Object.keys(refusals).length > 0) throw unprocessableFields(refusals);
  return html;
}
