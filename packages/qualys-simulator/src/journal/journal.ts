import type { QualysHost } from '../core/host';

/**
 * A call that the simulator got.
 *
 * @public
 */
export interface JournalEntry {
  /** When it came (ISO 8601, UTC, simulated time). */
  at: string;
  host: QualysHost;
  method: string;
  /** The path without the query. */
  path: string;
  query: Record<string, string>;
  /** The HTTP status of the answer; null where none was given in full (yet). */
  status: number | null;
  /** The user name that the caller gave, right or wrong; never a password. */
  user?: string;
  /**
   * What the caller sent, with whatever looks like a secret replaced: JSON and
   * forms as values, XML as text; of a file in a form only its name, type and
   * number of bytes.
   */
  body?: unknown;
}

const CAPACITY = 10_000;

/** The last 10,000 calls. */
export class Journal {
  private entries: JournalEntry[] = [];

  /** Adds a call; its status and body may be set later. */
  add(entry: JournalEntry): void {
    this.entries.push(entry);
    // Cut in bulk: taking one away at a time would copy the list each time.
    if (this.entries.length >= 2 * CAPACITY) {
      this.entries = this.entries.slice(-CAPACITY);
    }
  }

  /** The calls in the order in which they came. */
  list(): JournalEntry[] {
    return structuredClone(this.entries.slice(-CAPACITY));
  }

  /** Forgets all calls. */
  clear(): void {
    this.entries = [];
  }
}
