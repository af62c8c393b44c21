import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

// What lies behind a dialog is nobody's to press, and takes long to be read.
function inFront() {
  const [inDialog] = screen.queryAllByRole('dialog').slice(-1);
  return inDialog ? within(inDialog) : screen;
}

/** Presses a button, once it is there. */
export async function press(name: string | RegExp) {
  const button = await waitFor(() => inFront().getByRole('button', { name }));
  await userEvent.click(button);
}

/** Opens a dialog with a button, and waits for a field of it. */
export async function openDialog(button: RegExp, field: RegExp | string) {
  await press(button);
  await screen.findByLabelText(field);
  return within(screen.getByRole('dialog'));
}

/** Puts a text into a field, where the focus stays. */
export async function enter(field: HTMLElement, text: string) {
  await userEvent.click(field);
  // Each key of a long text would have the whole form rendered anew.
  await userEvent.paste(text);
}

/** Puts another text into a field. */
export async function retype(field: HTMLElement, text: string) {
  await userEvent.clear(field);
  if (text) await enter(field, text);
}

/** Says why something is changed, and saves it. */
export async function saveFor(reason: string) {
  await enter(screen.getByLabelText(/^Reason/), reason);
  await press('Save');
}

/** Goes on to the list of what will change. */
export async function review() {
  await press('Review changes');
  return screen.findByRole('list', { name: 'What will change' });
}

/** What stands in a list, line by line. */
export function linesOf(list: HTMLElement): (string | null)[] {
  return within(list)
    .getAllByRole('listitem')
    .map(line => line.textContent);
}

/** What the review says that will change, line by line. */
export function changes() {
  return linesOf(screen.getByRole('list', { name: 'What will change' }));
}
