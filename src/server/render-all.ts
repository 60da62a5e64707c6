import type { Markdown, RenderOptions } from './markdown.ts';

/** Several Markdown texts by name, rendered; `refusals` has the renderer's sentence for each that it would not take. */
export async function renderAll<Name extends string>(
  markdown: Markdown,
  sources: Record<Name, string>,
  options: RenderOptions,
): Promise<{ html: Record<Name, string>; refusals: Record<string, string> }> {
  const names = Object.keys(sources) as Name[];
  const answers = await Promise.all(
    names.map(async (name) => ({ name, answer: await markdown.render(sources[name], options) })),
  );
  const html = answers.map(({ name, answer }) => [name, answer.kind === 'rendered' ? answer.html : '']);
  const refusals = answers.flatMap(({ name, answer }) => (answer.kind === 'rendered' ? [] : [[name, answer.sentence]]));
  return { html: Object.fromEntries(html), refusals: Object.fromEntries(refusals) };
}
