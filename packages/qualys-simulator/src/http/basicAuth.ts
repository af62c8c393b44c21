import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Clock } from '../core/clock';
import type { Credentials } from '../core/credentials';
import { refuse } from './answers';

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

const digest = ({ username, password }: Credentials) =>
  createHash('sha256')
    .update(JSON.stringify([username, password]))
    .digest();

/** Lets only those calls pass that carry the right user name and password. */
export function requireBasicAuth(
  credentials: Credentials,
  clock: Clock,
): RequestHandler {
  const expected = digest(credentials);
  return (req, res, next) => {
    const given = basicCredentials(req.headers.authorization);
    if (given && timingSafeEqual(digest(given), expected)) {
      next();
      return;
    }
    res.set('WWW-Authenticate', 'Basic realm="Qualys"');
    refuse(res, 401, 'Unauthorized user', clock.now());
  };
}
