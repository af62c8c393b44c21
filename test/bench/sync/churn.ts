import type { ConnectorPatch } from 'qualys-simulator';
import { request } from 'undici';
import type { Platform } from './subscription';

async function tell(
  { control }: Platform,
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
): Promise<void> {
  const answer = await request(`${control}${path}`, {
    method,
    ...(body && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  await answer.body.dump();
  if (answer.statusCode >= 300) {
    throw new Error(`The simulator answered ${path} with ${answer.statusCode}`);
  }
}

/** Moves the simulated time forward. */
export async function advanceClock(platform: Platform, ms: number) {
  await tell(platform, 'POST', '/clock', { ms });
}

/** Does something while every call of Qualys takes at least so long. */
export async function withSlowCalls<T>(
  platform: Platform,
  delayMs: number,
  action: () => Promise<T>,
): Promise<T> {
  await tell(platform, 'POST', '/faults', { match: {}, kind: 'slow', delayMs });
  try {
    return await action();
  } finally {
    await tell(platform, 'DELETE', '/faults');
  }
}

/** Changes connectors of a simulated Qualys, each in the same way. */
export async function change(
  platform: Platform,
  ids: string[],
  patch: ConnectorPatch,
): Promise<void> {
  for (const id of ids) {
    await tell(platform, 'PATCH', `/connectors/${id}`, patch);
  }
}

/** Lets Qualys sync connectors anew, a moment after everything before. */
export async function moveToTop(platform: Platform, ids: string[]) {
  await advanceClock(platform, 1000);
  await change(platform, ids, { state: 'SUCCESS' });
}
