import type { DescriptionOf } from '#domain/calendars/import-commands.ts';
import type { ImportPlan } from '#domain/calendars/import-plan-rules.ts';
import { descriptionOf } from '#domain/calendars/import-wish-rules.ts';
import type { Description } from '#domain/meetups/meetup-record-commands.ts';
import { LEVEL_IN_DESCRIPTION } from '#domain/meetups/meetup-rules.ts';
import { openMarkdown, RENDERER_VERSION } from '../markdown.ts';

/** Renders what the events of a plan say, before they are written; a text that cannot be laid out is left empty. */
export async function renderDescriptions({ meetups, series }: ImportPlan): Promise<DescriptionOf> {
  const events = [...meetups, ...series.flatMap(({ dates }) => dates)].map(({ event }) => event);
  const sources = new Set(events.map(descriptionOf));
  const rendered = new Map<string, Description>();
  const markdown = openMarkdown();
  for (const source of sources) {
    const answer = await markdown.render(source, { trusted: false, headingLevel: LEVEL_IN_DESCRIPTION });
    const [text, html] = answer.kind === 'rendered' ? [source, answer.html] : ['', ''];
    rendered.set(source, { source: text, html, rendererVersion: RENDERER_VERSION });
  }
  await markdown.close();
  return (event) => rendered.get(descriptionOf(event)) ?? { source: '', html: '', rendererVersion: 0 };
}
