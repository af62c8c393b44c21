/**
 * A pattern in which `*` stands for any text, slashes included, and `?` for
 * one character. Everything else stands for itself: no pattern becomes a
 * regular expression, which the glob libraries do with parts of theirs, so
 * that neither a pattern nor a text can make the match slow.
 *
 * @returns whether a whole text fits, regardless of case unless told otherwise
 */
export function wildcard(
  pattern: string,
  options: { caseSensitive?: boolean } = {},
): (text: string) => boolean {
  const fold = (value: string) =>
    Array.from(options.caseSensitive ? value : value.toLowerCase());
  const wanted = fold(pattern);
  return text => fits(wanted, fold(text));
}

function fits(pattern: readonly string[], text: readonly string[]): boolean {
  let p = 0;
  let t = 0;
  // The last star, and where what follows it was tried.
  let star = -1;
  let tried = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p;
      tried = t;
      p += 1;
    } else if (pattern[p] === '?' || pattern[p] === text[t]) {
      p += 1;
      t += 1;
    } else if (star >= 0) {
      tried += 1;
      t = tried;
      p = star + 1;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') p += 1;
  return p === pattern.length;
}
