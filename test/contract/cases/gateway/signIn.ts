import type { Exchange } from '../../contractCase';
import { CREDENTIALS } from '../../runners/client';

const part = (content: object) =>
  Buffer.from(JSON.stringify(content)).toString('base64url');

const tokenOf = (id: string) =>
  [
    part({ alg: 'RS512', typ: 'JWT' }),
    part({ sub: CREDENTIALS.username, exp: 4_102_444_800, jti: id }),
    Buffer.from('signature').toString('base64url'),
  ].join('.');

/** A token like those of the gateway: a JWT that lasts until 2100. */
export const TOKEN = tokenOf('1');

/** Another one. */
export const OTHER_TOKEN = tokenOf('2');

/** Signing in at the gateway, which precedes all its other calls. */
export const signIn: Exchange = {
  request: {
    host: 'gateway',
    method: 'POST',
    path: '/auth',
    accept: '*/*',
    signIn: 'none',
    body: { form: { ...CREDENTIALS, token: 'true' } },
  },
  answer: { status: 201, text: TOKEN },
};
