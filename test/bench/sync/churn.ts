import type { ConnectorPatch } from 'qualys-simulator';
import { request } from 'undici';
import type { Platform } from './subscription';

async function tell(
  { control }: Platform,
  method: 'POST' | 'PATCH',
  path: string,
  body: object,
): Promise<void> {
  const answer = await request(`${control}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await answer.body.dump();
  if (answer.statusCode !== 200) {
    throw new Error(`The simulator answered ${path} with ${answer.statusCode}`);
  }
}

/** Moves the simulated time forward. */
export async function advanceClock(platform: Platform, ms: number) {
  await tell(platform, 'POST', '/clock', { ms });
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
