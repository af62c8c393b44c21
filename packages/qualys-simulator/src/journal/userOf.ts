import { basicCredentials } from '../http/basicAuth';

function subjectOf(token: string): string | undefined {
  try {
    const claims = Buffer.from(token.split('.')[1], 'base64url').toString();
    const { sub } = JSON.parse(claims);
    return typeof sub === 'string' ? sub : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The user name in an `Authorization`, right or wrong: of Basic authentication,
 * or the subject of a token.
 */
export function userOf(header: string | undefined): string | undefined {
  const token = /^bearer +(\S+)$/i.exec(header ?? '')?.[1];
  return token ? subjectOf(token) : basicCredentials(header)?.username;
}
