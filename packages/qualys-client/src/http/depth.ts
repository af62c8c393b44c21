const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

// The end of the string that opens at `start`.
function endOfString(text: string, start: number): number {
  for (
    let end = text.indexOf('"', start + 1);
    end >= 0;
    end = text.indexOf('"', end + 1)
  ) {
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) before -= 1;
    if ((end - before) % 2 === 1) return end;
  }
  return text.length;
}

/**
 * Whether objects and lists in a JSON text stand more than `levels` deep in
 * each other. What walks through such a value would run out of stack. Reading
 * the text for it costs a fraction of parsing it.
 */
export function isDeeperThan(text: string, levels: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at);
    } else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      depth += 1;
      if (depth > levels) return true;
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      depth -= 1;
    }
  }
  return false;
}
