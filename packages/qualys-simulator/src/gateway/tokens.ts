import { createHmac } from 'node:crypto';
import type { Clock } from '../core/clock';
import { PURPOSE, Random } from '../core/random';

const LIFE_MS = 4 * 3600 * 1000;

const encoded = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

interface Issued {
  username: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/**
 * The tokens that the gateway has issued: JWTs that are good for four hours of
 * simulated time.
 *
 * Source: AWS S3 integration: Generate JWT Token, for the four hours. What the
 * claims are is not documented; `exp` is assumed because it is a JWT.
 */
export class Tokens {
  private issued = new Map<string, Issued>();
  private seed = 0;
  private count = 0;

  constructor(private readonly clock: Clock) {}

  /** Begins anew: every token that was issued is unknown. */
  begin(seed: number): void {
    this.issued = new Map();
    this.seed = seed;
    this.count = 0;
  }

  /** Issues a token to a user. */
  issue(username: string): string {
    this.count += 1;
    const random = new Random(this.seed, PURPOSE.token, this.count);
    const now = this.clock.now();
    const expiresAt = now + LIFE_MS;
    const unsigned = [
      { typ: 'JWT', alg: 'HS256' },
      {
        iss: 'qualys',
        sub: username,
        jti: random.uuid(),
        iat: Math.floor(now / 1000),
        exp: Math.floor(expiresAt / 1000),
      },
    ]
      .map(encoded)
      .join('.');
    const signature = createHmac('sha256', random.alphanumeric(32))
      .update(unsigned)
      .digest('base64url');
    const token = `${unsigned}.${signature}`;
    this.issued.set(token, { username, expiresAt });
    return token;
  }

  /** Whose token it is; undefined where it is unknown or has expired. */
  userOf(token: string): string | undefined {
    const issued = this.issued.get(token);
    return issued && this.clock.now() < issued.expiresAt
      ? issued.username
      : undefined;
  }

  /** Lets every token that was issued expire at once. */
  expireAll(): void {
    this.issued.clear();
  }
}
