import { lifeOfJwt } from './jwt';

/** The token of one user, renewed whenever it must be. */
export interface Tokens {
  /** A token that is good for a while; logs in where there is none. */
  get(): Promise<string>;
  /** Forgets a token that Qualys did not take. */
  discard(token: string): void;
  /** The tokens of late, which must not be shown to anyone. */
  secrets(): readonly string[];
}

const USUAL_LIFE_MS = 4 * 3_600_000;
const RENEWED_BEFORE_MS = 5 * 60_000;
const KEPT_SECRETS = 4;

/**
 * Keeps the token of one user. However many ask for one, one login is under
 * way at a time, and it goes on where who asked first gives up.
 *
 * @param login - gets a new token
 */
export function createTokens(login: () => Promise<string>): Tokens {
  let current: { token: string; renewAt: number } | undefined;
  let pending: Promise<string> | undefined;
  let secrets: string[] = [];

  async function renew(): Promise<string> {
    const token = await login();
    const life = lifeOfJwt(token, Date.now()) ?? USUAL_LIFE_MS;
    // A short life is not used up by the margin.
    const margin = Math.min(RENEWED_BEFORE_MS, life / 10);
    current = { token, renewAt: performance.now() + life - margin };
    secrets = [token, ...secrets].slice(0, KEPT_SECRETS);
    return token;
  }

  return {
    async get() {
      if (current && performance.now() < current.renewAt) return current.token;
      pending ??= renew().finally(() => {
        pending = undefined;
      });
      return pending;
    },
    discard(token) {
      if (current?.token === token) current = undefined;
    },
    secrets: () => secrets,
  };
}
