/** The way to a field, as people write it: `content[3].name`. */
export function shownPath(path: PropertyKey[]): string {
  return path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}
