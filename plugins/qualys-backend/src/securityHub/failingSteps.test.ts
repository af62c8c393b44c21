import { refusalOf } from '../__testUtils__/answers';
import {
  HUB_PATH,
  NEW,
  OWN,
  REASON,
  row,
  ROWS,
  sorted,
  THEIR_ROW,
  useHubBackend,
} from '../__testUtils__/securityHub';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(60_000);

const simulator = useSimulator(0);
const hub = useHubBackend(simulator);

describe('a change in Security Hub of which a step fails', () => {
  const REFUSED = {
    ServiceResponse: {
      responseCode: 'INVALID_REQUEST',
      responseErrorDetails: { errorMessage: 'Not now' },
    },
  };
  const states = (steps: { state: string }[] | undefined) =>
    steps?.map(({ state }) => state);

  beforeEach(() =>
    simulator.current.control.setBehaviours({ securityHubPut: 'merges' }),
  );

  it('says what is done and what is not', async () => {
    simulator.current.control.addFault({
      match: { path: '/vm/regions' },
      kind: 'status',
      status: 200,
      body: REFUSED,
    });
    const answer = await hub.current.change([row(NEW)], REASON);
    const { status, steps, current } = refusalOf(answer);
    expect(status).toBe(400);
    expect(states(steps)).toEqual(['done', 'done', 'failed', 'notDone']);
    // The account that should go is still covered, and nobody else's has changed.
    expect(current).toMatchObject({
      rows: expect.arrayContaining([row(OWN), row(NEW)]),
    });
    expect(hub.current.held()).toEqual(sorted([...ROWS, row(NEW)]));
    const [entry] = await hub.current.history();
    expect(entry.outcome).toBe('partly');
    expect(entry.steps).toEqual(steps);
    expect((await hub.current.read()).rows).toHaveLength(2);
  });

  it('has changed nothing where the first one is refused', async () => {
    simulator.current.control.addFault({
      match: { method: 'PUT' },
      kind: 'status',
      status: 200,
      body: REFUSED,
    });
    const answer = await hub.current.change([row(NEW)], REASON);
    expect(states(refusalOf(answer).steps)).toEqual([
      'failed',
      'notDone',
      'notDone',
      'notDone',
    ]);
    expect(hub.current.held()).toEqual(sorted(ROWS));
    expect((await hub.current.history())[0].outcome).toBe('refused');
  });

  it.each(['PUT', 'POST'])(
    'goes on where only the answer to a %s was lost',
    async method => {
      simulator.current.control.addFault({
        match: { method },
        kind: 'applied',
        times: 1,
      });
      const { status } = await hub.current.change([row(NEW)], REASON);
      expect(status).toBe(200);
      expect(hub.current.held()).toEqual(sorted([THEIR_ROW, row(NEW)]));
      const writes = hub.current
        .calls()
        .filter(call => !call.startsWith('GET'));
      expect(writes).toEqual(['PUT update/34/vm', 'POST delete/34/vm/regions']);
      expect((await hub.current.history())[0].outcome).toBe('done');
    },
  );

  it('says that nobody knows, where the answer is lost and nothing is to be seen', async () => {
    simulator.current.control.addFault({
      match: { method: 'PUT' },
      kind: 'reset',
    });
    const answer = await hub.current.change([row(OWN), row(NEW)]);
    const { status, code, steps, current } = refusalOf(answer);
    expect({ status, code }).toEqual({ status: 503, code: 'outcomeUnknown' });
    expect(states(steps)).toEqual(['unknown', 'notDone']);
    expect(current).toMatchObject({ rows: [row(OWN)] });
    expect((await hub.current.history())[0].outcome).toBe('unknown');
  });

  it('is told where Qualys says that it is done, and holds something else', async () => {
    simulator.current.control.addFault({
      match: { method: 'PUT' },
      kind: 'status',
      status: 200,
      body: { ServiceResponse: { responseCode: 'SUCCESS', data: ['Done.'] } },
    });
    const answer = await hub.current.change([row(OWN), row(NEW)]);
    const { status, steps, current } = refusalOf(answer);
    expect(status).toBe(409);
    expect(states(steps)).toEqual(['done', 'failed']);
    expect(current).toMatchObject({ rows: [row(OWN)] });
    expect((await hub.current.history())[0].outcome).toBe('partly');
  });

  it('is told where it cannot be read back', async () => {
    const { version } = await hub.current.read();
    simulator.current.control.addFault({
      match: { path: '/get/' },
      kind: 'html',
      skip: 1,
    });
    const answer = await hub.current.send(
      'put',
      HUB_PATH,
      { rows: [row(OWN), row(NEW)] },
      version,
    );
    const { status, steps, current } = refusalOf(answer);
    expect(status).toBe(503);
    expect(states(steps)).toEqual(['done', 'failed']);
    expect(current).toBeUndefined();
    expect((await hub.current.history())[0].outcome).toBe('partly');

    // Nothing older is shown afterwards.
    simulator.current.control.clearFaults();
    expect((await hub.current.read()).rows).toHaveLength(2);
  });
});
