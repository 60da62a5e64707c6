const FIELDS = ['title', 'tryThis', 'wanted', 'happened', 'why', 'nextTime'];
const PLACE = ['lessonId', 'basedOn'];

type Kept = Record<string, string>;

export const fieldOf = (form: HTMLFormElement, name: string) =>
  form.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement;

const wordsIn = (form: HTMLFormElement): Kept =>
  Object.fromEntries(FIELDS.map((name) => [name, fieldOf(form, name).value]));

/**
 * The words of a lesson in this browser, for when it goes away before they are saved. Those of a lesson that was never
 * saved are found by whoever begins another.
 */
export function openShelf(form: HTMLFormElement, writerId: string) {
  const place = (id: string) => `lesson/${writerId}/${id}`;
  const own = () => place(form.dataset['state'] === 'new' ? 'new' : fieldOf(form, 'lessonId').value);
  const begun = JSON.stringify(wordsIn(form));

  const forget = (at = own()) => attempt(() => localStorage.removeItem(at));
  const keep = (at = own()) => {
    const kept = { ...wordsIn(form), ...Object.fromEntries(PLACE.map((name) => [name, fieldOf(form, name).value])) };
    attempt(() => localStorage.setItem(at, JSON.stringify(kept)));
  };

  return {
    keep,
    forget,
    /** The form is sent: from now on they are looked for under the lesson's own page only. */
    sent() {
      keep(place(fieldOf(form, 'lessonId').value));
      if (form.dataset['state'] === 'new') forget();
    },
    /** Words of an earlier visit that are not what the page says. */
    find(): Kept | undefined {
      const kept: Kept | undefined = attempt(() => JSON.parse(localStorage.getItem(own()) ?? 'null') ?? undefined);
      if (!kept) return undefined;
      const words = JSON.stringify(Object.fromEntries(FIELDS.map((name) => [name, kept[name] ?? ''])));
      if (words !== begun) return kept;
      forget();
      return undefined;
    },
    /** Puts them into the form, with the place they began at, so that nobody else's are saved over. */
    putBack(kept: Kept) {
      for (const name of [...FIELDS, ...PLACE]) fieldOf(form, name).value = kept[name] ?? '';
    },
  };
}

export type Shelf = ReturnType<typeof openShelf>;

/** A browser that keeps nothing still writes. */
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
