import { inspect } from 'node:util';
import type { Simulator } from 'qualys-simulator';
import { createQualysClient } from '../../client';
import { outcomeOf, RETRIES, type FaultCase } from './faults';
import { setUpPlatform } from './platform';
import type { Verb } from './verbs';

/** The longest that a call may take here, its own waits included. */
const TIME_BOUND_MS = 5_000;
// A busy machine ends a call that much later than it is told to.
const SLACK_MS = 1_000;

/**
 * Lets a verb meet a fault on a fresh platform, with a client of its own.
 *
 * @returns what is not as it should be; nothing where all is
 */
export async function runCell(
  simulator: Simulator,
  verb: Verb,
  faultCase: FaultCase,
): Promise<string[]> {
  const { control, urls, credentials } = simulator;
  setUpPlatform(control);
  const client = createQualysClient({
    urls,
    credentials,
    retries: { limit: RETRIES, minDelayMs: 1, maxDelayMs: 2 },
    timeouts: { headersMs: 150, bodyMs: 150, totalMs: TIME_BOUND_MS },
    limits: { maxWaitMs: { user: 100 } },
  });
  const { path = '/' } = verb;
  control.addFault({ match: { path }, ...faultCase.fault });
  const before = performance.now();
  const error = await verb.call(client).then(
    () => undefined,
    reason => reason,
  );
  const tookMs = performance.now() - before;
  await client.close();

  const complaints: string[] = [];
  const expected = outcomeOf(verb, faultCase);
  const kind = error === undefined ? 'works' : error.kind;
  if (kind !== expected.kind) {
    complaints.push(`${kind} in place of ${expected.kind}: ${error?.message}`);
  }
  const sent = control
    .journal()
    .filter(call => call.path.includes(path)).length;
  if (sent !== expected.sent) {
    complaints.push(`sent ${sent} times in place of ${expected.sent}`);
  }
  if (tookMs > TIME_BOUND_MS + SLACK_MS) complaints.push(`took ${tookMs} ms`);
  if (kind === 'limited' && !(error.retryAfter >= 1)) {
    complaints.push('limited without retryAfter');
  }
  if (inspect(error, { depth: null }).includes(credentials.password)) {
    complaints.push('shows the password');
  }
  return complaints.map(one => `${verb.name}, ${faultCase.name}: ${one}`);
}

function openHandles(): number {
  return process
    .getActiveResourcesInfo()
    .filter(name => /TCPSocketWrap|TLSWrap|Timeout/.test(name)).length;
}

/** Does something, and waits until no more sockets and timers are open than before. */
export async function leavingNothing(action: () => Promise<void>) {
  const before = openHandles();
  await action();
  // The other ends of the sockets close a little later.
  while (openHandles() > before) {
    await new Promise(resolve => setImmediate(resolve));
  }
}
