import type { Part } from '#domain/lessons/lesson-rules.ts';
import type { FormState } from '../form.ts';

/** A picture that has just been added, and the field that is to show it. */
export interface AddedPicture {
  id: string;
  markdown: string;
  into: Part;
}

const isOfPicture = (name: string) => name.startsWith('picture') || name === 'hasPeople';

/** The form as it was typed, with a new picture at the end of the field that was chosen for it, and room for the next. */
export function placePicture(form: FormState, added: AddedPicture | undefined): FormState {
  if (!added) return form;
  return {
    ...form,
    value(name, fallback = '') {
      if (isOfPicture(name)) return fallback;
      const typed = form.value(name, fallback);
      return name === added.into ? [typed.trimEnd(), added.markdown].filter(Boolean).join('\n\n') : typed;
    },
    values: (name, fallback = []) => (isOfPicture(name) ? fallback : form.values(name, fallback)),
  };
}
