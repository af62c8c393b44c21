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
  THEIRS,
  useHubBackend,
} from '../__testUtils__/securityHub';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(60_000);

const simulator = useSimulator(0);
const hub = useHubBackend(simulator);

describe('a change in Security Hub is refused', () => {
  const none = async (answer: { status: number; body: unknown }) => {
    expect(hub.current.calls()).not.toContainEqual(
      expect.stringMatching(/^(?!GET)/),
    );
    expect(hub.current.held()).toEqual(sorted(ROWS));
    expect(await hub.current.history()).toEqual([]);
    return refusalOf(answer);
  };

  it('for an account of another team, with the field named', async () => {
    const answer = await hub.current.change([row(OWN), row(THEIRS)]);
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
    const answer = await hub.current.change([{ ...row(OWN), ...wrong }]);
    const { status, fields } = await none(answer);
    expect(status).toBe(400);
    expect(fields?.map(field => field.path)).toContain(path);
  });

  it('for two rows of one account', async () => {
    const answer = await hub.current.change([row(OWN), row(OWN)]);
    expect(await none(answer)).toMatchObject({
      status: 400,
      fields: [{ path: 'body.rows' }],
    });
  });

  it('for a weakening without a reason, or without the permission', async () => {
    expect(await none(await hub.current.change([]))).toMatchObject({
      status: 400,
      fields: [{ path: 'body.reason' }],
    });
    hub.current.denied.add('qualys.settings.weaken');
    expect(await none(await hub.current.change([], REASON))).toMatchObject({
      status: 403,
      message: expect.stringContaining('qualys.settings.weaken'),
    });
  });

  it('without the permission on the entity', async () => {
    hub.current.denied.add('qualys.securityHub.update');
    const answer = await hub.current.change([row(OWN), row(NEW)]);
    expect(await none(answer)).toMatchObject({
      status: 403,
      message: expect.stringContaining('qualys.securityHub.update'),
    });
    expect(hub.current.audited.fail).toHaveBeenCalledTimes(1);
    expect(hub.current.calls()).toEqual([]);
  });

  it('without the state that it was made from, or from an older one', async () => {
    const rows = [row(OWN, { minSeverity: 2 })];
    const { version } = await hub.current.read();
    expect(
      await none(await hub.current.send('put', HUB_PATH, { rows })),
    ).toMatchObject({ status: 428 });

    expect(
      (await hub.current.send('put', HUB_PATH, { rows }, version)).status,
    ).toBe(200);
    const replayed = refusalOf(
      await hub.current.send('put', HUB_PATH, { rows: [row(OWN)] }, version),
    );
    expect(replayed).toMatchObject({ status: 412, current: { rows } });
    expect(JSON.stringify(replayed)).not.toContain(THEIRS);
  });

  it('while somebody changes other accounts of the same integration', async () => {
    const orders = HUB_PATH.replace('checkout', 'orders');
    const [mine, theirs] = [
      await hub.current.read(),
      await hub.current.read(orders),
    ];
    simulator.current.control.addFault({
      match: { path: '/get/' },
      kind: 'slow',
      delayMs: 300,
    });
    const answers = await Promise.all([
      hub.current.send(
        'put',
        HUB_PATH,
        { rows: [row(OWN, { minSeverity: 2 })] },
        mine.version,
      ),
      hub.current.send(
        'put',
        orders,
        { rows: [{ ...THEIR_ROW, minSeverity: 2 }] },
        theirs.version,
      ),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const changed = hub.current
      .held()!
      .filter(({ minSeverity }) => minSeverity === 2);
    expect(changed).toHaveLength(1);
  });
});
