import type { Request, RequestHandler, Response } from 'express';
import type { Credentials } from '../core/credentials';
import type { Users } from './users';

/** Reads `Authorization: Basic …`; undefined where there is none. */
export function basicCredentials(
  header: string | undefined,
): Credentials | undefined {
  const encoded = /^basic +(\S+)$/i.exec(header ?? '')?.[1];
  if (!encoded) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  return { username: text.slice(0, colon), password: text.slice(colon + 1) };
}

/**
 * Lets only those calls pass that carry the right user name and password.
 *
 * @param users - who may sign in
 * @param refuse - answers the others, in the words of the API
 */
export function requireBasicAuth(
  users: Users,
  refuse: (req: Request, res: Response) => void,
): RequestHandler {
  return (req, res, next) => {
    const given = basicCredentials(req.headers.authorization);
    if (given && users.know(given)) {
      next();
      return;
    }
    res.set('WWW-Authenticate', 'Basic realm="Qualys"');
    refuse(req, res);
  };
}
