import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Credentials } from '../core/credentials';

const digest = ({ username, password }: Credentials) =>
  createHash('sha256')
    .update(JSON.stringify([username, password]))
    .digest();

/**
 * What a user may do beside signing in.
 *
 * @public
 */
export interface UserRights {
  /** Whether the user is a Manager with full scope, whom Asset Management lets write. */
  isManager: boolean;
  /** Whether WAS lets the user in. */
  mayUseWas: boolean;
}

const ALL_RIGHTS: UserRights = { isManager: true, mayUseWas: true };

const rightsSchema = z
  .strictObject({ isManager: z.boolean(), mayUseWas: z.boolean() })
  .partial();

/** Who may sign in, and what they may do then: everything unless it was changed. */
export class Users {
  private readonly digests: Buffer[];
  private readonly rights = new Map<string, UserRights>();

  constructor(credentials: readonly Credentials[]) {
    this.digests = credentials.map(digest);
  }

  /** What a user may do. */
  rightsOf(username: string): UserRights {
    return this.rights.get(username) ?? ALL_RIGHTS;
  }

  /**
   * Changes what a user may do; what is left out stays.
   *
   * @throws ZodError that names the right, where there is no such one
   */
  setRights(username: string, changes: Partial<UserRights>): void {
    const rights = {
      ...this.rightsOf(username),
      ...rightsSchema.parse(changes),
    };
    this.rights.set(username, rights);
  }

  /** Lets every user do everything again. */
  resetRights(): void {
    this.rights.clear();
  }

  /** Whether there is such a user with such a password. */
  know(given: Credentials): boolean {
    const wanted = digest(given);
    return this.digests.some(known => timingSafeEqual(known, wanted));
  }
}
