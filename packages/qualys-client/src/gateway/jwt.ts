import { z } from 'zod';

const claimsSchema = z.object({
  exp: z.number().positive(),
  iat: z.number().positive().optional().catch(undefined),
});

function claimsOf(token: string): unknown {
  try {
    const [, payload = ''] = token.split('.');
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/**
 * How long a token lives, in milliseconds, as it says of itself; undefined
 * where it does not say, or is no JWT. Where it says when it was made, the
 * life is counted from there, so that a clock that goes wrong does no harm.
 *
 * @param now - milliseconds since 1970
 */
export function lifeOfJwt(token: string, now: number): number | undefined {
  const claims = claimsSchema.safeParse(claimsOf(token));
  if (!claims.success) return undefined;
  const { exp, iat = now / 1000 } = claims.data;
  const seconds = exp - iat;
  return seconds > 0 ? seconds * 1000 : undefined;
}
