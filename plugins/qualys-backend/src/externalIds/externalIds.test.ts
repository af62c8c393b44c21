import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { newExternalIdSchema } from 'backstage-plugin-qualys-common';
import { refusalOf } from '../__testUtils__/answers';
import { simulated, startQualysBackend } from '../__testUtils__/backend';
import { useSimulator } from '../__testUtils__/simulator';

jest.setTimeout(60_000);

const simulator = useSimulator(10);
const ASKED = '/rest/v1/aws/connectors/awsBaseAccountId';

type Backend = Awaited<ReturnType<typeof startQualysBackend>>;
let backend: Backend;
const denied = new Set<string>();

const start = async (subscription: object = {}) => {
  backend = await startQualysBackend({
    subscriptions: {
      main: { ...simulated(simulator.current), ...subscription },
    },
    features: [
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result: denied.has(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })),
      }).factory,
    ],
  });
};

const ask = (query = '') =>
  backend.get(`/external-id?subscription=main${query}`);

const asked = () =>
  simulator.current.control.journal().filter(({ path }) => path.endsWith(ASKED))
    .length;

const answers = (body: object) =>
  simulator.current.control.addFault({
    match: { method: 'GET', path: ASKED },
    kind: 'status',
    status: 200,
    body,
  });

describe('a new external ID', () => {
  const parts = { pod: 'USPOD02', subscriptionId: '4765' };
  afterEach(async () => {
    denied.clear();
    await backend.stop();
  });

  it('comes with the policy of a role that trusts Qualys with it alone', async () => {
    await start({ externalId: parts });
    const { body } = await ask();
    const made = newExternalIdSchema.strict().parse(body);
    expect(made).toMatchObject({
      externalId: expect.stringMatching(/^USPOD02-4765-[A-Za-z0-9]{13}$/),
      principalAccount: expect.stringMatching(/^\d{12}$/),
      customerOwned: false,
    });
    expect(JSON.parse(made.trustPolicy).Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${made.principalAccount}:root` },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': made.externalId } },
      },
    ]);
  });

  it('is another one each time, and Qualys is asked for its account once', async () => {
    await start({ externalId: parts });
    const made = [];
    for (const partition of ['aws', 'aws-us-gov', 'aws-cn', 'aws']) {
      made.push((await ask(`&partition=${partition}`)).body);
    }
    expect(new Set(made.map(({ externalId }) => externalId)).size).toBe(4);
    expect(
      new Set(made.map(({ principalAccount }) => principalAccount)).size,
    ).toBe(3);
    const [, gov, china] = made.map(({ trustPolicy }) => trustPolicy);
    expect(gov).toContain('"arn:aws-us-gov:iam::');
    expect(china).toContain('"arn:aws-cn:iam::');
    expect(asked()).toBe(1);
  });

  it('says where the account is the customer’s own, or missing', async () => {
    await start({ externalId: parts });
    answers({ globalAccountId: '012345678901', customerGlobalAccount: 'true' });
    expect((await ask()).body).toMatchObject({
      principalAccount: '012345678901',
      customerOwned: true,
    });
    const answer = await ask('&partition=aws-cn');
    expect(refusalOf(answer)).toMatchObject({
      status: 404,
      code: 'notFound',
      message:
        'Qualys names no AWS account from which it assumes roles in the partition aws-cn; whoever runs the subscription can ask Qualys for it',
    });
  });

  it('begins as those of the connectors do where nothing is configured', async () => {
    await start();
    expect(refusalOf(await ask())).toMatchObject({
      status: 409,
      message: expect.stringContaining(
        'the platform team can say it with qualys.subscriptions.main.externalId',
      ),
    });
    await backend.scheduler.triggerTask('qualys-sync-main');
    expect((await ask()).body.externalId).toMatch(/^USPOD02-\d{7}-/);
  });

  it('is not made where Qualys cannot be asked, nor where nothing is configured', async () => {
    await start({
      externalId: parts,
      urls: { ...simulator.current.urls, cloudView: 'http://127.0.0.1:9' },
    });
    expect(refusalOf(await ask())).toMatchObject({
      status: 503,
      code: 'unavailable',
      message: 'Qualys cannot be reached at present',
    });
    const elsewhere = await backend.get('/external-id?subscription=other');
    expect(refusalOf(elsewhere).status).toBe(404);
    expect(refusalOf(await ask('&partition=aws-iso')).status).toBe(400);
  });

  it('is for those who may ask for connectors', async () => {
    await start({ externalId: parts });
    denied.add('qualys.request.create');
    expect(refusalOf(await ask())).toMatchObject({
      status: 403,
      message: 'You need the permission qualys.request.create',
    });
    expect(asked()).toBe(0);
  });
});
