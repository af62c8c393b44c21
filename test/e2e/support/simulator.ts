const CONTROL_URL = process.env.SIMULATOR_CONTROL_URL;

async function control(method: string, path: string, body?: unknown) {
  const answer = await fetch(`${CONTROL_URL}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(
      `The simulator refused ${method} ${path}: ${
        answer.status
      } ${await answer.text()}`,
    );
  }
  return answer.status === 204 ? undefined : await answer.json();
}

/** The control port of the simulated Qualys behind the portal. */
export const simulator = {
  /** Makes every call fail by closing its connection, as a Qualys does that is gone. */
  vanish: () => control('POST', '/faults', { match: {}, kind: 'reset' }),
  /** Refuses every call, since there were too many. */
  limit: () =>
    control('POST', '/faults', {
      match: {},
      kind: 'limit',
      code: 429,
      limitHeaders: false,
      secondsToWait: 1,
    }),
  /** Answers every call with a page for people, as a proxy does that is in the way. */
  answerHtml: () => control('POST', '/faults', { match: {}, kind: 'html' }),
  /** Makes one page of the AWS list fail, for as long as the fault stands. */
  failPage: (pageNo: number) =>
    control('POST', '/faults', {
      match: { path: '/aws/connectors', query: { pageNo: `${pageNo}` } },
      kind: 'status',
      status: 500,
    }),
  /** Lets every call wait for its answer. */
  slow: (delayMs: number) =>
    control('POST', '/faults', { match: {}, kind: 'slow', delayMs }),
  /** Ends every fault. */
  heal: () => control('DELETE', '/faults'),
  /** What time it is in Qualys, in milliseconds since 1970. */
  now: async () => {
    const { now } = (await control('GET', '/health')) as { now: string };
    return Date.parse(now);
  },
  /** Lets time go by in Qualys until a moment, however long the test took so far. */
  passTimeUntil: async (moment: number) => {
    const ms = Math.ceil(moment - (await simulator.now()));
    if (ms > 0) await control('POST', '/clock', { ms });
  },
  /** Adds a connector and gives its id. */
  addConnector: async (connector: {
    provider: string;
    name: string;
    state?: string;
  }) => {
    const added = (await control('POST', '/connectors', connector)) as {
      connectorId: string;
    };
    return added.connectorId;
  },
  /** Changes a connector, in the words of CloudView. */
  changeConnector: (id: string, patch: { state: string; error?: string }) =>
    control('PATCH', `/connectors/${id}`, patch),
  removeConnector: (id: string) => control('DELETE', `/connectors/${id}`),
  /** The calls that reached Qualys since the journal was cleared. */
  journal: () =>
    control('GET', '/journal') as Promise<{ path: string; method: string }[]>,
  /** What changed something in Qualys since the journal was cleared, in a part of its API. */
  writes: async (part: string) => {
    const calls = (await control('GET', '/journal')) as {
      path: string;
      method: string;
      body?: unknown;
    }[];
    return calls
      .filter(({ method, path }) => method !== 'GET' && path.includes(part))
      .map(({ method, path, body }) => ({ method, path, body }));
  },
  clearJournal: () => control('DELETE', '/journal'),
};
