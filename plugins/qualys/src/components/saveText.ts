/**
 * Lets the browser save a text that was read: only the portal's own fetch
 * carries who is signed in.
 *
 * @param name - the name of the file
 * @param type - its media type
 */
export function saveText(text: string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
