import type { Call } from '../http/call';
import { faultSchema, type Fault } from './fault';

interface Armed {
  fault: Fault;
  toSkip: number;
  left: number;
}

function pathMatches(pattern: string, path: string): boolean {
  if (!pattern.includes('*')) return path.includes(pattern);
  const escaped = pattern
    .split('*')
    .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`).test(path);
}

function matches({ match }: Fault, call: Call): boolean {
  return (
    (match.host === undefined || match.host === call.host) &&
    (match.method === undefined ||
      match.method.toUpperCase() === call.method) &&
    (match.path === undefined || pathMatches(match.path, call.path)) &&
    Object.entries(match.query ?? {}).every(
      ([name, value]) => call.query[name] === value,
    )
  );
}

/** The faults that are set, in the order in which they were. */
export class FaultList {
  private armed: Armed[] = [];

  /**
   * Sets a fault.
   *
   * @throws ZodError that names the field, where the fault makes no sense
   */
  add(input: Fault): void {
    const fault = faultSchema.parse(input);
    this.armed.push({
      fault,
      toSkip: fault.skip ?? 0,
      left: fault.times ?? Infinity,
    });
  }

  /** Takes all faults away. */
  clear(): void {
    this.armed = [];
  }

  /**
   * The fault that hits a call, if any: the first one that matches and neither
   * lets it pass nor is used up. Asking counts as the call.
   */
  take(call: Call): Fault | undefined {
    for (const entry of this.armed) {
      if (entry.left > 0 && matches(entry.fault, call)) {
        if (entry.toSkip === 0) {
          entry.left -= 1;
          return entry.fault;
        }
        entry.toSkip -= 1;
      }
    }
    return undefined;
  }
}
