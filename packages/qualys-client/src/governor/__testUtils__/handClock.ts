import type { Clock } from '../clock';

/** In milliseconds. */
export const HOUR = 3_600_000;

/** A clock that moves when it is told to. */
export function handClock() {
  let now = 0;
  const timers = new Set<{ at: number; run: () => void }>();
  const settle = () => new Promise(resolve => setImmediate(resolve));
  const clock: Clock = {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  };
  return {
    clock,
    timers,
    async advance(ms: number) {
      const end = now + ms;
      for (;;) {
        await settle();
        const [next] = [...timers]
          .filter(({ at }) => at <= end)
          .sort((a, b) => a.at - b.at);
        if (!next) break;
        now = Math.max(now, next.at);
        timers.delete(next);
        next.run();
      }
      now = end;
      await settle();
    },
  };
}
