import type { SignalApi } from '@backstage/plugin-signals-react';

type Listener = (message: any) => void;

/** The signals of a portal, given by a test. */
export class FakeSignals implements SignalApi {
  readonly #listeners = new Map<string, Set<Listener>>();

  subscribe(channel: string, onMessage: Listener) {
    const listeners = this.#listeners.get(channel) ?? new Set<Listener>();
    this.#listeners.set(channel, listeners.add(onMessage));
    return { unsubscribe: () => listeners.delete(onMessage) };
  }

  /** Sends a message; each is an object of its own, as those of a network are. */
  publish(channel: string, message: object) {
    this.#listeners.get(channel)?.forEach(tell => tell({ ...message }));
  }
}
