import {
  NEW,
  OWN,
  refusalIn,
  row,
  ROWS,
  startHubBackend,
  THEIR_ROW,
  THEIRS,
  type HubBackend,
} from '../__testUtils__/securityHub';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(60_000);

const simulator = useSimulator(0);
const PATH = '/entities/component/default/checkout/security-hub/main/34';
const REASON = 'not used any more';
let backend: HubBackend;

beforeEach(async () => {
  const { control } = simulator.current;
  control.addSecurityHubIntegration({ id: '34', name: 'Commerce', rows: ROWS });
  backend = await startHubBackend(simulator.current);
});
afterEach(() => backend.stop());

const sorted = (rows: typeof ROWS) =>
  [...rows].sort((a, b) => a.awsAccount.localeCompare(b.awsAccount));

describe('a change in Security Hub is refused', () => {
  const none = async (answer: { status: number; body: unknown }) => {
    expect(backend.calls()).not.toContainEqual(
      expect.stringMatching(/^(?!GET)/),
    );
    expect(backend.held()).toEqual(sorted(ROWS));
    expect(await backend.history()).toEqual([]);
    return refusalIn(answer);
  };

  it('for an account of another team, with the field named', async () => {
    const answer = await backend.change([row(OWN), row(THEIRS)]);
    expect(await none(answer)).toMatchObject({
      status: 400,
      fields: [
        {
          path: 'body.rows.1.awsAccount',
          message: expect.stringContaining(THEIRS),
        },
      ],
    });
  });

  it.each([
    [{ minSeverity: 6 }, 'body.rows.0.minSeverity'],
    [{ baseCategory: 'All' }, 'body.rows.0.baseCategory'],
    [{ regions: [] }, 'body.rows.0.regions'],
    [{ regions: ['Ireland'] }, 'body.rows.0.regions.0'],
    [{ regions: ['<b>eu-west-1</b>'] }, 'body.rows.0.regions.0'],
    [{ awsAccount: '48213577190' }, 'body.rows.0.awsAccount'],
    [{ colour: 'red' }, 'body.rows.0'],
  ])('for %j, with the field named', async (wrong, path) => {
    const answer = await backend.change([{ ...row(OWN), ...wrong }]);
    const { status, fields } = await none(answer);
    expect(status).toBe(400);
    expect(fields?.map(field => field.path)).toContain(path);
  });

  it('for two rows of one account', async () => {
    const answer = await backend.change([row(OWN), row(OWN)]);
    expect(await none(answer)).toMatchObject({
      status: 400,
      fields: [{ path: 'body.rows' }],
    });
  });

  it('for a weakening without a reason, or without the permission', async () => {
    expect(await none(await backend.change([]))).toMatchObject({
      status: 400,
      fields: [{ path: 'body.reason' }],
    });
    backend.denied.add('qualys.settings.weaken');
    expect(await none(await backend.change([], REASON))).toMatchObject({
      status: 403,
      message: expect.stringContaining('qualys.settings.weaken'),
    });
  });

  it('without the permission on the entity', async () => {
    backend.denied.add('qualys.securityHub.update');
    const answer = await backend.change([row(OWN), row(NEW)]);
    expect(await none(answer)).toMatchObject({
      status: 403,
      message: expect.stringContaining('qualys.securityHub.update'),
    });
    expect(backend.audited.fail).toHaveBeenCalledTimes(1);
    expect(backend.calls()).toEqual([]);
  });

  it('without the state that it was made from, or from an older one', async () => {
    const rows = [row(OWN, { minSeverity: 2 })];
    const { version } = await backend.read();
    expect(await none(await backend.send('put', PATH, { rows }))).toMatchObject(
      { status: 428 },
    );

    expect((await backend.send('put', PATH, { rows }, version)).status).toBe(
      200,
    );
    const replayed = refusalIn(
      await backend.send('put', PATH, { rows: [row(OWN)] }, version),
    );
    expect(replayed).toMatchObject({ status: 412, current: { rows } });
    expect(JSON.stringify(replayed)).not.toContain(THEIRS);
  });

  it('while somebody changes other accounts of the same integration', async () => {
    const orders = PATH.replace('checkout', 'orders');
    const [mine, theirs] = [await backend.read(), await backend.read(orders)];
    simulator.current.control.addFault({
      match: { path: '/get/' },
      kind: 'slow',
      delayMs: 300,
    });
    const answers = await Promise.all([
      backend.send(
        'put',
        PATH,
        { rows: [row(OWN, { minSeverity: 2 })] },
        mine.version,
      ),
      backend.send(
        'put',
        orders,
        { rows: [{ ...THEIR_ROW, minSeverity: 2 }] },
        theirs.version,
      ),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const changed = backend
      .held()!
      .filter(({ minSeverity }) => minSeverity === 2);
    expect(changed).toHaveLength(1);
  });
});
