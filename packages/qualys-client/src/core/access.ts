import type { Tokens } from '../gateway';
import type { QualysHost } from '../platforms';
import { basicAuthorization, type QualysCredentials } from '../http';

/** Who calls, and how that is shown to each host. */
export interface Access {
  /** The value of the `Authorization` header. May have to log in first. */
  authorization(host: QualysHost): Promise<string>;
  /**
   * Qualys did not take an authorization.
   *
   * @returns whether another one may be taken
   */
  renews(host: QualysHost, authorization: string): boolean;
  /** What must not be shown to anyone besides the credentials. */
  secrets(): readonly string[];
}

const BEARER = 'Bearer ';

/**
 * User name and password for the API server and the portal, a token for the
 * gateway.
 *
 * @param field - the option that the credentials come from
 * @throws QualysConfigurationError for credentials that cannot be sent
 */
export function createAccess(
  credentials: QualysCredentials,
  tokens: Tokens,
  field: string,
): Access {
  const basic = basicAuthorization(credentials, field);
  return {
    async authorization(host) {
      return host === 'gateway' ? `${BEARER}${await tokens.get()}` : basic;
    },
    renews(host, authorization) {
      if (host !== 'gateway') return false;
      tokens.discard(authorization.slice(BEARER.length));
      return true;
    },
    // The parts of a token by themselves are as good as the whole to some.
    secrets: () =>
      tokens
        .secrets()
        .flatMap(token => [
          token,
          ...token.split('.').filter(part => part.length >= 16),
        ]),
  };
}
