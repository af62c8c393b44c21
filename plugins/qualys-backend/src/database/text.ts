/**
 * Text as both databases can hold it and give it back: PostgreSQL refuses the
 * NUL character, and half a surrogate pair is no UTF-8.
 */
export function storable(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}
