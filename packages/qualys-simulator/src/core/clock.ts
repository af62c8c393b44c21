/** Where the simulator takes the time from. */
export interface Clock {
  /** The simulated time, in milliseconds since 1970 (UTC). */
  now(): number;
}

/** Real time plus an offset that tests move forward. */
export class SimulatedClock implements Clock {
  private offset = 0;

  constructor(private readonly realTime: () => Date) {}

  now(): number {
    return this.realTime().getTime() + this.offset;
  }

  /** Moves the time forward by so many milliseconds. */
  advance(ms: number): void {
    this.offset += ms;
  }

  /** Goes back to real time. */
  reset(): void {
    this.offset = 0;
  }
}
