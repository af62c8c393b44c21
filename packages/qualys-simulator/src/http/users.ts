import { createHash, timingSafeEqual } from 'node:crypto';
import type { Credentials } from '../core/credentials';

const digest = ({ username, password }: Credentials) =>
  createHash('sha256')
    .update(JSON.stringify([username, password]))
    .digest();

/** Who may sign in. */
export class Users {
  private readonly digests: Buffer[];

  constructor(credentials: readonly Credentials[]) {
    this.digests = credentials.map(digest);
  }

  /** Whether there is such a user with such a password. */
  know(given: Credentials): boolean {
    const wanted = digest(given);
    return this.digests.some(known => timingSafeEqual(known, wanted));
  }
}
