import { type Mark, markUp } from './mark-rules.ts';

const BUTTONS: [mark: Mark, name: string, key?: string][] = [
  ['bold', 'Bold', 'b'],
  ['italic', 'Italic', 'i'],
  ['link', 'Link', 'k'],
  ['list', 'List'],
  ['quote', 'Quote'],
  ['heading', 'Heading'],
];

/** Puts a toolbar above a field: one stop for the tab key, arrow keys inside, and the usual shortcuts in the field. */
export function addToolbar(field: HTMLTextAreaElement, label: string) {
  const bar = document.createElement('div');
  bar.className = 'writing-bar';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', `Format: ${label}`);
  bar.setAttribute('aria-controls', field.id);
  const buttons = BUTTONS.map(([mark, name, key], at) => {
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', className: 'quiet', textContent: name, tabIndex: at === 0 ? 0 : -1 });
    if (key) button.setAttribute('aria-keyshortcuts', `Control+${key.toUpperCase()}`);
    button.addEventListener('click', () => put(field, mark));
    return button;
  });
  bar.append(...buttons);
  bar.addEventListener('keydown', (event) => walk(event, buttons));
  field.before(bar);
  field.addEventListener('keydown', (event) => {
    const isShortcut = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const [mark] = BUTTONS.find(([, , key]) => isShortcut && key === event.key) ?? [];
    if (!mark) return;
    event.preventDefault();
    put(field, mark);
  });
}

function walk(event: KeyboardEvent, buttons: HTMLButtonElement[]) {
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  const last = buttons.length - 1;
  const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last };
  const next = steps[event.key];
  if (next === undefined) return;
  event.preventDefault();
  const button = buttons[next < 0 ? last : next > last ? 0 : next];
  for (const one of buttons) one.tabIndex = one === button ? 0 : -1;
  button?.focus();
}

/** By the browser's own typing, which can be undone; it is deprecated, and nothing else does that. */
function put(field: HTMLTextAreaElement, mark: Mark) {
  const { from, to, text, marked } = markUp(mark, field.value, field.selectionStart, field.selectionEnd);
  field.focus();
  field.setSelectionRange(from, to);
  if (!document.execCommand('insertText', false, text)) {
    field.setRangeText(text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  field.setSelectionRange(...marked);
}
