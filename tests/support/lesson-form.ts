import { expect } from 'vitest';
import type { Page, Visitor } from './visit.ts';

/** What the last form of a page would send as it stands, fields that repeat as lists: what a browser does on submit. */
export function formOf({ html }: Page): Record<string, string | string[]> {
  const form = html.querySelectorAll('main form').at(-1);
  const sent: Record<string, string | string[]> = {};
  for (const field of form?.querySelectorAll('input, textarea, select') ?? []) {
    const [name, type] = [field.getAttribute('name') ?? '', field.getAttribute('type')];
    if (type === 'checkbox') sent[name] ??= [];
    if ((type === 'radio' || type === 'checkbox') && !field.hasAttribute('checked')) continue;
    const value = typedIn(field);
    if (type === 'checkbox') sent[name] = [...(sent[name] as string[]), value];
    else sent[name] = value;
  }
  return sent;
}

function typedIn(field: Page['html']): string {
  if (field.tagName === 'TEXTAREA') return field.textContent;
  if (field.tagName !== 'SELECT') return field.getAttribute('value') ?? '';
  const chosen = field.querySelector('option[selected]') ?? field.querySelector('option');
  return chosen?.getAttribute('value') ?? '';
}

/** The required fields, filled. */
export const whole = (form: Record<string, string | string[]>) => ({
  ...form,
  title: 'A lesson',
  happened: 'We asked.',
  nextTime: 'Ask again.',
  worked: 'yes',
});

/** Publishes a lesson as a person would and gives its slug. */
export async function writeLesson(visitor: Visitor, fields: Record<string, string>): Promise<string> {
  const form = { ...whole(formOf(await visitor.get('/lessons/new'))), ...fields };
  const { path, status, text } = await visitor.send('/lessons/new', 'lessons.publish', form);
  expect(status, text).toBe(303);
  return path.slice('/lessons/'.length, path.indexOf('?'));
}
