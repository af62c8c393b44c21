import {
  createQualysClient,
  QualysError,
  type QualysUrls,
} from 'qualys-client';
import type { ContractCase } from '../contractCase';

/** What the client is given; wrong ones where a case wants that. */
export const CREDENTIALS = { username: 'quays_xy', password: 'right' };
const WRONG_CREDENTIALS = { username: 'quays_xy', password: 'wrong' };

/** Makes the call of a case with the client, against a platform. */
export async function callWithClient(
  contractCase: ContractCase,
  urls: QualysUrls,
): Promise<{ value: unknown } | { error: QualysError }> {
  const { wrongHosts = {}, exchanges } = contractCase;
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
  });
  try {
    return { value: await contractCase.call(client) };
  } catch (error) {
    if (error instanceof QualysError) return { error };
    throw error;
  }
}

/** The `Authorization` that a request must carry. */
export function authorizationOf(authenticated = true): string {
  const { username, password } = authenticated
    ? CREDENTIALS
    : WRONG_CREDENTIALS;
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
