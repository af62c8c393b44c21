/**
 * A stream of numbers that depends on nothing but its key, so that the data of
 * one connector is the same whatever else is generated.
 *
 * The algorithm is sfc32: its state of 128 bits holds the whole key, so two
 * keys never share a stream and generated ids do not collide.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  /**
   * @param seed - the seed of the data, a whole number of 0 or more
   * @param purpose - what the numbers are for; each purpose has streams of its own
   * @param index - which one of its kind they are for
   */
  constructor(seed: number, purpose: number, index: number) {
    this.a = seed % 2 ** 32 | 0;
    this.b = Math.floor(seed / 2 ** 32) * 64 + purpose;
    this.c = index;
    // The first numbers still resemble the key.
    for (let round = 0; round < 12; round += 1) this.next();
  }

  /** A whole number of 32 bits. */
  next(): number {
    const result = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + result) | 0;
    return result >>> 0;
  }

  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number {
    return Math.floor((this.next() / 2 ** 32) * limit);
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() / 2 ** 32 < probability;
  }

  /** One of the values, each as likely as the others. */
  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)];
  }

  /** So many decimal digits; the first one is not 0. */
  digits(count: number): string {
    let text = String(1 + this.below(9));
    while (text.length < count) text += this.below(10);
    return text;
  }

  /** So many letters of the English alphabet and digits. */
  alphanumeric(count: number): string {
    const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
    let text = '';
    while (text.length < count) text += letters[this.below(letters.length)];
    return text;
  }

  /** A UUID of version 3, as the ids in the documents are. */
  uuid(): string {
    const hex = [0, 1, 2, 3]
      .map(() => this.next().toString(16).padStart(8, '0'))
      .join('');
    const variant = '89ab'[parseInt(hex[16], 16) % 4];
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `3${hex.slice(13, 16)}`,
      `${variant}${hex.slice(17, 20)}`,
      hex.slice(20),
    ].join('-');
  }
}

/** What streams of random numbers are drawn for. */
export const PURPOSE = {
  subscription: 1,
  account: 2,
  connector: 3,
  connectorId: 4,
  addedConnector: 5,
  createdConnector: 6,
  launchedScan: 20,
  scan: 21,
  webApp: 22,
  assetData: 23,
  wasIds: 24,
  token: 7,
  s3ExternalId: 8,
  securityHub: 9,
  platform: 10,
} as const;
