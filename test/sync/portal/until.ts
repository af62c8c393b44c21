import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something holds; fails with what it saw last. */
export async function until<T>(
  look: () => Promise<T>,
  holds: (seen: T) => void,
  withinMs = 60_000,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    try {
      holds(seen);
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(25);
    }
  }
}
