import {
  type Answer,
  type Call,
  Failure,
  type Format,
  type QualysCredentials,
} from '../http';

// What may stand in a Bearer header (RFC 6750), a JWT among others.
const TOKEN = /^[\w.~+/-]{8,16384}={0,2}$/;

// The answer is the bare token, with whatever type; some put it in quotes.
// It is never shown, whatever it turns out to be.
const tokenFormat: Format<string> = {
  accept: '*/*',
  parse({ text }: Answer) {
    const token = text
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim();
    if (TOKEN.test(token)) return token;
    throw new Failure({
      kind: 'unexpectedAnswer',
      what: 'The gateway answered a login with something else than a token.',
      advice:
        'Check that urls.gateway is the gateway of the platform and that no login page or proxy is in between.',
    });
  },
};

/**
 * Signing in at the gateway. Nothing of its body or answer is ever shown.
 *
 * Source: Qualys AWS S3 integration, "Generate JWT token": a form with
 * `token=true`, answered with 201 and the token as text.
 */
export function loginCall({
  username,
  password,
}: QualysCredentials): Call<string, string> {
  return {
    family: 'gateway',
    method: 'POST',
    path: '/auth',
    body: { form: { username, password, token: 'true' } },
    advice: {
      notFound:
        'Check that urls.gateway is the gateway of the platform (gateway…), not its API server.',
    },
    format: tokenFormat,
    problemIn: () => undefined,
    read: token => token,
  };
}
