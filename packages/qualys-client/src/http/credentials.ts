import { QualysConfigurationError } from '../errors';

/**
 * A Qualys user with access to the API.
 *
 * @public
 */
export interface QualysCredentials {
  /** The user's name. It cannot hold a colon: Basic authentication has no place for one. */
  username: string;
  /** The user's password. */
  password: string;
}

/**
 * The value of the `Authorization` header (RFC 7617, with UTF-8).
 *
 * @param field - the option that the credentials come from
 * @throws QualysConfigurationError for credentials that cannot be sent
 */
export function basicAuthorization(
  credentials: Partial<QualysCredentials> = {},
  field: string,
): string {
  const { username, password } = credentials;
  if (typeof username !== 'string' || !username) {
    throw new QualysConfigurationError(
      `${field}.username`,
      `${field}.username is missing. Give the name of a Qualys user with API access.`,
    );
  }
  if (username.includes(':')) {
    throw new QualysConfigurationError(
      `${field}.username`,
      `${field}.username holds a colon, which Basic authentication does not allow.`,
    );
  }
  if (typeof password !== 'string' || !password) {
    throw new QualysConfigurationError(
      `${field}.password`,
      `${field}.password is missing. Give the password of the Qualys user.`,
    );
  }
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
