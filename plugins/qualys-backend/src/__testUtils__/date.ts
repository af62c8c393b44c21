/** Sets the date, and lets the time go on in everything else. */
export function setDate(at: number): void {
  jest.useFakeTimers({
    now: at,
    doNotFake: [
      'clearImmediate',
      'clearInterval',
      'clearTimeout',
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'setInterval',
      'setTimeout',
    ],
  });
}

/** Lets so many milliseconds go by at once; the date stands still from then on. */
export function passTime(ms: number): void {
  setDate(Date.now() + ms);
}
