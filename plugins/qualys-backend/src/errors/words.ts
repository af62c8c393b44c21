/** A time for people: `90 seconds`, `10 minutes`. */
export function inWords(seconds: number): string {
  return seconds < 120
    ? `${Math.ceil(seconds)} seconds`
    : `${Math.ceil(seconds / 60)} minutes`;
}
