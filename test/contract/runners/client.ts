import {
  createQualysClient,
  QualysError,
  type QualysUrls,
} from 'qualys-client';
import type { ContractCase, Request } from '../contractCase';

/** What the client is given; wrong ones where a case wants that. */
export const CREDENTIALS = { username: 'quays_xy', password: 'right' };
const WRONG_CREDENTIALS = { username: 'quays_xy', password: 'wrong' };

/** Makes the call of a case with the client, against a platform. */
export async function callWithClient(
  contractCase: ContractCase,
  urls: QualysUrls,
): Promise<{ value: unknown } | { error: QualysError }> {
  const { wrongHosts = {}, exchanges, settings } = contractCase;
  const swapped = Object.entries(wrongHosts).map(([host, other]) => [
    host,
    urls[other],
  ]);
  const client = createQualysClient({
    urls: { ...urls, ...Object.fromEntries(swapped) },
    credentials: exchanges.every(
      ({ request }) => request.authenticated !== false,
    )
      ? CREDENTIALS
      : WRONG_CREDENTIALS,
    retries: { limit: 0 },
    ...settings,
  });
  try {
    return { value: await contractCase.call(client) };
  } catch (error) {
    if (error instanceof QualysError) return { error };
    throw error;
  } finally {
    await client.close();
  }
}

function basic({
  username,
  password,
}: {
  username: string;
  password: string;
}): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

/**
 * The `Authorization` that a request must carry; undefined where it carries none.
 *
 * @param token - what `/auth` answered earlier in the case
 */
export function authorizationOf(
  request: Request,
  { settings }: ContractCase,
  token: string | undefined,
): string | undefined {
  const { signIn = 'basic', authenticated = true } = request;
  if (signIn === 'none') return undefined;
  if (signIn === 'bearer') return `Bearer ${token}`;
  if (signIn === 'writer') return basic(settings!.writeCredentials!);
  return basic(authenticated ? CREDENTIALS : WRONG_CREDENTIALS);
}

/** Whether the answer to a request is a token. */
export function signsIn({ host, path }: Request): boolean {
  return host === 'gateway' && path === '/auth';
}

/** The token in such an answer, which may stand between quotes. */
export function tokenIn(text: string): string {
  return text.trim().replace(/^"(.*)"$/, '$1');
}
