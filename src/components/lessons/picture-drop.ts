/** A picture that is pasted or dropped into a field goes to the form for pictures, which asks what it shows. */
export function takePictures(form: HTMLFormElement, field: HTMLTextAreaElement, say: (sentence: string) => void) {
  function take(event: Event, transfer: DataTransfer | null) {
    const file = [...(transfer?.files ?? [])].find(({ type }) => type.startsWith('image/'));
    const input = form.querySelector<HTMLInputElement>('[name=picture]');
    if (!file || !input) return;
    event.preventDefault();
    const files = new DataTransfer();
    files.items.add(file);
    input.files = files.files;
    const into = form.querySelector<HTMLSelectElement>('[name=pictureInto]');
    if (into) into.value = field.name;
    const box = input.closest('details');
    if (box) box.open = true;
    form.querySelector<HTMLElement>('[name=pictureAlt]')?.focus();
    say('Your picture is in the form. Say what it shows, then add it.');
  }
  field.addEventListener('paste', (event) => take(event, event.clipboardData));
  field.addEventListener('drop', (event) => take(event, event.dataTransfer));
}
