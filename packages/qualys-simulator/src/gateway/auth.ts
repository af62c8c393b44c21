import { Router, type RequestHandler } from 'express';
import type { Clock } from '../core/clock';
import { methodNotAllowed } from '../http/answers';
import { requireReadable, UNREADABLE } from '../http/readBody';
import type { Users } from '../http/users';
import type { Tokens } from './tokens';

/**
 * Signing in at the gateway, under `/auth`: a form with `username`, `password`
 * and `token=true` is answered with the bare text of a token and 201.
 *
 * Source: AWS S3 integration: Generate JWT Token. What is answered where
 * `token` is not `true` is not documented; it is refused.
 */
export function authRouter(users: Users, tokens: Tokens, clock: Clock): Router {
  const router = Router({ caseSensitive: true });
  router.use(
    requireReadable((res, status) =>
      res.status(status).json({ message: UNREADABLE }),
    ),
  );

  router.post('/', (req, res) => {
    if (!req.is('application/x-www-form-urlencoded')) {
      res.status(415).json({ message: 'A form is wanted' });
      return;
    }
    const { username = '', password = '', token } = req.body;
    if (token !== 'true') {
      res.status(400).json({ message: 'The parameter token must be true' });
    } else if (users.know({ username, password })) {
      res.status(201).type('text/plain').send(tokens.issue(username));
    } else {
      res.status(401).json({ message: 'Invalid username or password' });
    }
  });
  router.all('/', methodNotAllowed(['POST'], clock));

  return router;
}

/**
 * Lets only those calls pass that carry a token that was issued and has not
 * expired. The body of the refusal is not documented.
 */
export function requireBearer(tokens: Tokens): RequestHandler {
  return (req, res, next) => {
    const header = req.headers.authorization ?? '';
    const token = /^bearer +(\S+)$/i.exec(header)?.[1];
    if (token && tokens.userOf(token) !== undefined) {
      next();
      return;
    }
    res.set('WWW-Authenticate', 'Bearer');
    res
      .status(401)
      .json({ message: 'The token is missing, unknown or expired' });
  };
}
